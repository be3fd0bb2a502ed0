// Draws each table that asks for it, above the table itself: whoever has no script, or no eyes for it, reads the same from the table.
'use strict';

(() => {
  const series = ['--series-1', '--series-2', '--series-3', '--series-4'];

  // What a colour of the page's is now, in light or in dark: only an element knows.
  function colour(name) {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  // Between these two a name keeps its own direction (Unicode Standard Annex 9).
  const isolate = text => `\u2068${text}\u2069`;

  // A canvas breaks no lines.
  function lines(text, longest) {
    const broken = [''];
    for (const word of text.split(' ')) {
      const line = broken.at(-1);
      if (line && line.length + word.length >= longest) broken.push(word);
      else broken[broken.length - 1] = line ? `${line} ${word}` : word;
    }
    return broken.map(isolate);
  }

  function read(table) {
    const head = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies[0].rows].map(row => ({ name: row.cells[0].textContent.trim(), cells: [...row.cells].slice(1) }));
    return {
      labels: rows.map(row => row.name),
      columns: head.map((cell, index) => ({
        name: cell.textContent.trim(),
        values: rows.map(row => Number(row.cells[index].dataset.value ?? NaN)),
        words: rows.map(row => row.cells[index].textContent.trim()),
      })),
    };
  }

  function draw(table) {
    const data = read(table);
    const isRtl = document.documentElement.dir === 'rtl';
    const canvas = document.createElement('canvas');
    const frame = document.createElement('div');
    frame.className = 'chart';
    frame.style.height = `${Math.max(14, data.labels.length * (1 + data.columns.length * 0.9) + 5)}rem`;
    // The table says it all to a screen reader.
    canvas.setAttribute('aria-hidden', 'true');
    frame.append(canvas);
    table.closest('figure').querySelector('figcaption').after(frame);

    const texts = { color: colour('--text'), font: { family: getComputedStyle(document.body).fontFamily, size: 13 } };
    return new Chart(canvas, {
      type: 'bar',
      data: {
        labels: data.labels.map(label => lines(label, innerWidth < 640 ? 16 : 40)),
        datasets: data.columns.map((column, index) => ({
          label: isolate(column.name),
          data: column.values,
          words: column.words,
          backgroundColor: colour(series[index % series.length]),
          borderColor: colour('--text'),
          borderWidth: 1,
          maxBarThickness: 22,
        })),
      },
      options: {
        indexAxis: 'y',
        animation: false,
        maintainAspectRatio: false,
        locale: document.documentElement.lang,
        scales: {
          x: {
            reverse: isRtl,
            beginAtZero: true,
            suggestedMax: table.dataset.unit === 'percent' ? 100 : undefined,
            title: { display: true, text: table.dataset.axis, ...texts },
            ticks: { ...texts, precision: 0 },
            grid: { color: colour('--line') },
          },
          y: { position: isRtl ? 'right' : 'left', ticks: { ...texts, autoSkip: false }, grid: { display: false } },
        },
        plugins: {
          legend: { display: data.columns.length > 1, position: 'bottom', rtl: isRtl, labels: { ...texts, boxWidth: 14 } },
          tooltip: { rtl: isRtl, callbacks: { label: item => `${item.dataset.label}: ${item.dataset.words[item.dataIndex]}` } },
        },
      },
    });
  }

  let charts = [];
  const drawAll = () => {
    for (const chart of charts) {
      const frame = chart.canvas.parentElement;
      chart.destroy();
      frame.remove();
    }
    charts = [...document.querySelectorAll('table[data-axis]')].map(draw);
  };
  drawAll();
  // Whoever turns the lights on or off, in the system or in Teams.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  new MutationObserver(drawAll).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
})();
