// Draws a card in every theme, width and language that is asked for, each in a frame of its own.
(() => {
  const markdown = window.markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };

  /// What was pressed on the card, with what was chosen on it: what Teams sends to the bot.
  window.sent = [];
  AdaptiveCards.AdaptiveCard.onExecuteAction = action => {
    // What only unfolds something is told, too.
    if (action instanceof AdaptiveCards.ExecuteAction) sent.push({ verb: action.verb, data: action.data });
  };

  function frame(json, { id, theme, width, language, rightToLeft }) {
    const palette = palettes[theme];
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfigOf(palette);
    card.parse(structuredClone(json), new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
    const element = document.createElement('form'); // radio buttons of the same name are one group within a form, and not across cards
    element.className = 'frame';
    element.id = id;
    element.dataset.theme = theme;
    element.lang = language;
    element.dir = rightToLeft ? 'rtl' : 'ltr';
    element.style.width = `${width}px`;
    for (const [name, colour] of Object.entries(palette)) element.style.setProperty(`--${name}`, colour);
    const rendered = card.render();
    if (!rendered) throw new Error('The renderer made nothing of the card.');
    element.append(rendered);
    return element;
  }

  // In whole pixels, so that no edge is cut.
  const boxOf = element => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [Math.floor(left), Math.floor(top)];
    return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
  };

  /// Answers with where everything came to lie, and the frames in which something stands out of the card: cut off, or pushed out of sight.
  /// The frames of a language stand beside each other.
  window.draw = async (cards, frames) => {
    const sheet = document.createElement('div');
    sheet.id = 'sheet';
    sheet.style.gridTemplateColumns = `repeat(${frames.filter(({ language }) => language === frames[0].language).length}, auto)`;
    sheet.append(...frames.map(wanted => frame(cards[wanted.language], wanted)));
    document.body.replaceChildren(sheet);
    boxOf(sheet); // lays the page out, which is what asks for the fonts
    await document.fonts.ready;
    await Promise.all([...document.images].map(image => image.decode()));
    return {
      sheet: boxOf(sheet),
      cards: [...sheet.children].map(frame => boxOf(frame.firstElementChild)),
      outside: [...sheet.children].filter(overflows).map(frame => frame.id),
    };
  };

  /// What there is to read on the page. Of a list that is folded up, what it shows.
  window.lines = () => {
    const folded = [...document.querySelectorAll('option:not(:checked)')].map(option => option.text.trim());
    return document.body.innerText.split('\n').map(line => line.replace(/\s+/g, ' ').trim()).filter(line => {
      const hidden = folded.indexOf(line);
      if (hidden >= 0) folded.splice(hidden, 1);
      return line !== '' && hidden < 0;
    });
  };

  /// What a reader who sees no pictures makes of the card: its texts, and what its pictures say.
  window.words = json => {
    const drawn = frame(json, { id: 'words', theme: 'light', width: 640, language: 'en', rightToLeft: false });
    return [...drawn.querySelectorAll('.ac-textBlock, img')].map(element => (element.alt ?? element.textContent).trim());
  };

  /// Whatever the renderer made of texts that is more than text, each as its tag and what it says.
  window.markup = json => {
    const drawn = frame(json, { id: 'markup', theme: 'light', width: 640, language: 'en', rightToLeft: false });
    const made = 'a, img, em, strong, code, pre, s, hr, blockquote, ul, ol, table, h1, h2, h3, h4, h5, h6, script, iframe, at';
    return [...drawn.querySelectorAll('.ac-textBlock')].flatMap(text => [...text.querySelectorAll(made)]).map(element => `${element.tagName} ${element.textContent}`);
  };

  function overflows(frame) {
    const card = frame.firstElementChild.getBoundingClientRect();
    return [...frame.querySelectorAll('.ac-adaptiveCard *')].some(element => {
      const box = element.getBoundingClientRect();
      const standsOut = box.width > 0 && (box.right > card.right + 1 || box.left < card.left - 1);
      const isCutOff = element.matches('.ac-textBlock, .ac-textBlock *') && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      return standsOut || isCutOff;
    });
  }
})();
