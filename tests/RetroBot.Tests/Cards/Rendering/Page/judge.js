// Asks the official parser what it thinks of a card, and what it passed over in silence.
(() => {
  // Their content belongs to the bot or to the host; the renderer hands it on unread.
  const opaque = new Set(['data', 'msteams', 'requires', 'metadata']);

  // Known without being a property; a card inside a card may carry them too.
  const ofEveryCard = new Set(['type', '$schema', 'version']);

  // The parser ignores a property that it does not know, without a word. So note which object became what while it parses.
  let parsed = new Map();
  const internalParse = AdaptiveCards.SerializableObject.prototype.internalParse;
  AdaptiveCards.SerializableObject.prototype.internalParse = function (source, context) {
    parsed.set(source, this);
    return internalParse.call(this, source, context);
  };

  const isObject = value => value !== null && typeof value === 'object';
  const isChart = element => isObject(element) && typeof element.type === 'string' && element.type.startsWith('Chart.');

  /// What the card looks like to a client that draws no charts, and how many it had.
  function withoutCharts(card) {
    let charts = 0;
    const copy = value => {
      if (isChart(value)) {
        charts += 1;
        return isObject(value.fallback) ? copy(value.fallback) : { type: 'TextBlock', text: value.type };
      }
      if (Array.isArray(value)) return value.map(copy);
      return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)])) : value;
    };
    return { card: copy(card), charts };
  }

  function parse(json) {
    parsed = new Map();
    AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0; // a global pattern remembers where it matched last, and so fails every second card
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfigOf(palettes.light);
    card.parse(json, context);
    const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
    return { card, context, events: [...events, ...card.validateProperties().validationEvents] };
  }

  const describe = event => `${AdaptiveCards.ValidationEvent[event.event]}: ${event.message}`;

  function unknownCharts(json, expected) {
    const events = parse(json).events.filter(event => event.event === AdaptiveCards.ValidationEvent.UnknownElementType);
    return events.length === expected ? [] : [`${expected} charts, but ${events.length} elements that the renderer does not know`];
  }

  function unread(node, path, context) {
    if (Array.isArray(node)) return node.flatMap((item, index) => unread(item, `${path}[${index}]`, context));
    if (!isObject(node)) return [];
    const instance = parsed.get(node);
    if (!instance) return [`${path} was not read by the renderer`];
    const kept = instance.toJSON(context) ?? {};
    const schema = instance.getSchema();
    const properties = Object.fromEntries(Array.from({ length: schema.getCount() }, (_, index) => [schema.getItemAt(index).name, schema.getItemAt(index)]));
    return Object.entries(node).flatMap(([key, value]) => {
      const at = `${path}.${key}`;
      if (opaque.has(key) || ofEveryCard.has(key)) return [];
      if (key in kept) return unread(value, at, context);
      if (!Object.hasOwn(properties, key)) return [`${at} is not a property of ${node.type ?? 'that object'}`];
      return isDefault(properties[key], value) ? [] : [`${at} was dropped by the renderer: ${JSON.stringify(value)}`];
    });
  }

  // The renderer writes no defaults back.
  function isDefault({ defaultValue, enumType }, value) {
    if (value === '') return true; // the same as none
    return `${enumType ? enumType[defaultValue] : defaultValue}`.toLowerCase() === `${value}`.toLowerCase();
  }

  window.judge = json => {
    const { card: plain, charts } = withoutCharts(json);
    const { context, events } = parse(plain);
    const faults = [...events.map(describe), ...unread(plain, '$', context)];
    return charts === 0 ? faults : [...faults, ...unknownCharts(json, charts)];
  };
})();
