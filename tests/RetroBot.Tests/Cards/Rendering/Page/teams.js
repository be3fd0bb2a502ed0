// Properties of Teams' own, documented for its clients, that the official renderer does not know: it reads them from now on, and marks what has them for the style sheet.
(() => {
  const ofTeams = ['showBorder', 'roundedCorners'].map(name => new AdaptiveCards.BoolProperty(AdaptiveCards.Versions.v1_5, name));
  for (const property of ofTeams) AdaptiveCards.StylableCardElementContainer[`${property.name}Property`] = property;

  const render = AdaptiveCards.StylableCardElementContainer.prototype.render;
  AdaptiveCards.StylableCardElementContainer.prototype.render = function () {
    const element = render.call(this);
    for (const property of ofTeams) element?.classList.toggle(property.name, this.getValue(property) === true);
    return element;
  };
})();
