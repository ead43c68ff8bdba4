import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

/** The one accent: a harbour blue-green that prints dark grey and keeps 7:1 on paper. */
const harbour: MantineColorsTuple = ['#e9f4f4', '#d3e7e8', '#a8d0d2', '#78b6ba', '#4f9aa0', '#2f7f86', '#176c74', '#0b5d66', '#084850', '#053238'];

/** The dark scheme's greys lean to the accent, as the tokens do; what the library draws by itself (fields, controls) takes them. */
const night: MantineColorsTuple = ['#e9eceb', '#b6c0c1', '#94a1a3', '#6b7a7d', '#435256', '#2b383b', '#1c282b', '#182225', '#10181a', '#0a1214'];

const accentColor = 'harbour';

/** On the accent stands what the tokens say: white by day, ink in the dark, where the accent is a light colour. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' && (input.color ?? accentColor) === accentColor ? { ...colors, color: 'var(--on-accent)' } : colors;
};

export const theme = createTheme({
  primaryColor: accentColor,
  variantColorResolver,
  primaryShade: { light: 7, dark: 3 },
  colors: { harbour, dark: night },
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '620' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'lg' } },
    // A chosen option that is clicked again stays chosen; the cross takes it back.
    Select: { defaultProps: { allowDeselect: false } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, events: { hover: true, focus: true, touch: true }, multiline: true, maw: 320 } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 12 } },
  },
});

/** Mantine's own variables, drawn from the tokens so that there is one place for colour. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-faint)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-faint)',
    '--mantine-color-disabled-border': 'var(--line)',
  };
  const filled = { '--mantine-primary-color-contrast': 'var(--on-accent)' };
  return {
    variables: {},
    light: { ...shared, ...filled },
    dark: { ...shared, ...filled, '--mantine-primary-color-filled': 'var(--accent)', '--mantine-primary-color-filled-hover': 'var(--accent-strong)' },
  };
};
