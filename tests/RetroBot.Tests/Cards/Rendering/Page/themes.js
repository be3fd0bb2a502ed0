// Teams' three themes: its published colours (Fluent's Teams themes), font sizes and spacing, in the form that the official renderer takes.
// Colours that Teams derives are given as they come out.
const palettes = {
  light: {
    scheme: 'light',
    canvas: '#F5F5F5', card: '#FFFFFF', border: '#E0E0E0', text: '#242424', subtle: '#616161', line: '#E0E0E0',
    accent: '#5B5FC7', good: '#237B4B', warning: '#835C00', attention: '#C4314B',
    emphasis: '#F0F0F0', accentFill: '#E8EBFA', goodFill: '#E7F2DA', warningFill: '#FBF6D9', attentionFill: '#FCF4F6',
    field: '#FFFFFF', fieldLine: '#616161', button: '#FFFFFF', buttonText: '#242424', buttonLine: '#D1D1D1',
    primary: '#5B5FC7', primaryText: '#FFFFFF', danger: '#C4314B',
  },
  dark: {
    scheme: 'dark',
    canvas: '#1F1F1F', card: '#292929', border: '#3D3D3D', text: '#FFFFFF', subtle: '#ADADAD', line: '#525252',
    accent: '#9EA2FF', good: '#92C353', warning: '#F8D22A', attention: '#F9526B',
    emphasis: '#1F1F1F', accentFill: '#2F2F4A', goodFill: '#0D2E0D', warningFill: '#463100', attentionFill: '#3E1F25',
    field: '#292929', fieldLine: '#ADADAD', button: '#292929', buttonText: '#FFFFFF', buttonLine: '#666666',
    primary: '#5B5FC7', primaryText: '#FFFFFF', danger: '#F9526B',
  },
  contrast: {
    scheme: 'dark',
    canvas: '#000000', card: '#000000', border: '#FFFFFF', text: '#FFFFFF', subtle: '#FFFFFF', line: '#FFFFFF',
    accent: '#FFFF01', good: '#3FF23F', warning: '#FFFF01', attention: '#FF5F5F',
    emphasis: '#000000', accentFill: '#000000', goodFill: '#000000', warningFill: '#000000', attentionFill: '#000000',
    field: '#000000', fieldLine: '#FFFFFF', button: '#000000', buttonText: '#FFFFFF', buttonLine: '#FFFFFF',
    primary: '#1AEBFF', primaryText: '#000000', danger: '#FF5F5F',
  },
};

function hostConfigOf(palette) {
  const both = colour => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.subtle },
    dark: both('#242424'), light: both('#FFFFFF'),
    accent: both(palette.accent), good: both(palette.good), warning: both(palette.warning), attention: both(palette.attention),
  };
  const style = (backgroundColor, borderColor = palette.border) => ({ backgroundColor, borderColor, foregroundColors });
  const font = fontFamily => ({
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
  });
  const label = { size: 'Default', weight: 'Default', color: 'Default', isSubtle: false, suffix: '' };
  return new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontTypes: { default: font("'Segoe UI', sans-serif"), monospace: font("'Courier New', monospace") },
    textStyles: { heading: { fontType: 'default', size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
    textBlock: { headingLevel: 2 },
    containerStyles: {
      default: style(palette.card), emphasis: style(palette.emphasis), accent: style(palette.accentFill),
      good: style(palette.goodFill), warning: style(palette.warningFill), attention: style(palette.attentionFill),
    },
    inputs: {
      label: { requiredInputs: { ...label, suffix: ' *', suffixColor: 'Attention' }, optionalInputs: label, inputSpacing: 'Small' },
      errorMessage: { color: 'Attention', size: 'Small', weight: 'Default', spacing: 'Small' },
    },
    actions: {
      maxActions: 6, spacing: 'Default', buttonSpacing: 8, actionsOrientation: 'Horizontal', actionAlignment: 'Left', preExpandSingleShowCardAction: false,
      showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'Medium', maxImageHeight: 100 },
    factSet: { title: { weight: 'Bolder', wrap: true }, value: { wrap: true }, spacing: 16 },
  });
}
