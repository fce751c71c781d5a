/** The editor's own themes that pictures are taken in, by a short name. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

/** Short name of a theme. */
export type ThemeName = keyof typeof themes;
