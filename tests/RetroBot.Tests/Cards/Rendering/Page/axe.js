// Asks axe what would keep somebody from reading or using a card.
(() => {
  // Teams' own colour, which no card can change: "destructive" is all that a card says of a button. 4.46 : 1 in the dark, where 4.5 : 1 is asked for.
  const ofTeams = '.frame[data-theme=dark] .ac-pushButton.style-destructive';

  const isTeamsOwn = (id, element) => id === 'color-contrast' && element.closest(ofTeams);

  // axe takes Arabic's joined letters for an icon font's and so for no text at all. What it asks for is asked for here: the name begins what is seen, or begins with all of it but the mark.
  const isMisread = (id, element) => id === 'label-content-name-mismatch' && element.closest('[lang=ar]') && (textOf(element).startsWith(element.ariaLabel) || element.ariaLabel.startsWith(textOf(element).replace(/ ›$/, '')));
  const textOf = element => element.innerText.replace(/\s+/g, ' ').trim();

  // A mark such as ✓ is no text to axe, and it says that it cannot tell. It is in the colour of the other marks.
  const isMark = node => node.any.some(({ data }) => data?.messageKey === 'nonBmp');

  async function obstaclesIn(cards, frame) {
    await draw(cards, [frame]); // alone: ids on a card stand once on a page
    const { violations, incomplete } = await axe.run({ include: '#sheet' }, { resultTypes: ['violations', 'incomplete'], elementRef: true, preload: false });
    return [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes
      .filter(node => !isTeamsOwn(id, node.element) && !isMisread(id, node.element) && !isMark(node))
      .map(({ html }) => `${id} in ${frame.id}: ${html}`));
  }

  /// By all of its rules, those of good practice too. Every obstacle as its rule, its frame and the element; what axe cannot decide is one as well.
  window.obstacles = async (cards, frames) => {
    const found = [];
    for (const frame of frames) found.push(...await obstaclesIn(cards, frame));
    return found;
  };
})();
