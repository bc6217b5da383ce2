import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  Modal,
  Tooltip,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eaf2fc',
  '#d3e3f7',
  '#a6c7ee',
  '#76a9e4',
  '#4f8fdc',
  '#3579d0',
  '#2868bd',
  '#1f5fa8',
  '#184a85',
  '#123763',
];
const danger: MantineColorsTuple = [
  '#fdeceb',
  '#fad5d3',
  '#f2aaa6',
  '#ea7c76',
  '#e2574f',
  '#d43d34',
  '#c4332a',
  '#b3261e',
  '#8f1d17',
  '#6b1511',
];
const slate: MantineColorsTuple = [
  '#f5f7fa',
  '#edf1f5',
  '#dfe5ec',
  '#cdd6e0',
  '#b3c0ce',
  '#8394a8',
  '#64768b',
  '#4a5a6d',
  '#2c3947',
  '#16202c',
];
const night: MantineColorsTuple = [
  '#e8eef5',
  '#c8d3df',
  '#a9b8c8',
  '#71859b',
  '#3d4f62',
  '#2f3f50',
  '#263442',
  '#18212b',
  '#131b24',
  '#0e141b',
];

/** Sizes in rem, so that the scale setting (the root's font size) moves everything together. 15 px body, 13 px secondary. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', 'Inter', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', ui-monospace, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.375rem', lg: '0.5rem', xl: '0.75rem' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1.0625rem' }, h3: { fontSize: '0.9375rem' } },
  },
  colors: { accent, danger, gray: slate, dark: night },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: false,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 100 },
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        // The bar of the window is the one banner; a dialog's head is none.
        attributes: { header: { role: 'presentation' } },
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 100 }, withArrow: false },
    }),
  },
});

/** The library's own variables that must follow our tokens (tokens.css). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--text-soft)',
    '--mantine-color-placeholder': 'var(--text-faint)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default': 'var(--surface)',
  },
  dark: {
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--text-soft)',
    '--mantine-color-placeholder': 'var(--text-faint)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default': 'var(--field)',
    '--mantine-color-anchor': 'var(--accent)',
  },
});

/** Keeps nothing itself: the theme is a setting of the workstation, not of the page. */
export const noColorSchemeStorage: MantineColorSchemeManager = {
  get: (fallback: MantineColorScheme) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
