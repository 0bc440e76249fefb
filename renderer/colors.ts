import { tokens } from '@fluentui/react-components';
import type { COLOR_COUNT } from '../shared/domain/account.ts';

interface Color {
  background: string;
  foreground: string;
}

/**
 * The palette `Account.color` points into. Fluent made each pair to be read in the light, dark and high contrast themes.
 */
export const colors = [
  { background: tokens.colorPaletteBlueBackground2, foreground: tokens.colorPaletteBlueForeground2 },
  { background: tokens.colorPaletteForestBackground2, foreground: tokens.colorPaletteForestForeground2 },
  { background: tokens.colorPalettePurpleBackground2, foreground: tokens.colorPalettePurpleForeground2 },
  { background: tokens.colorPalettePumpkinBackground2, foreground: tokens.colorPalettePumpkinForeground2 },
  { background: tokens.colorPaletteTealBackground2, foreground: tokens.colorPaletteTealForeground2 },
  { background: tokens.colorPaletteCranberryBackground2, foreground: tokens.colorPaletteCranberryForeground2 },
  { background: tokens.colorPaletteMarigoldBackground2, foreground: tokens.colorPaletteMarigoldForeground2 },
  { background: tokens.colorPaletteNavyBackground2, foreground: tokens.colorPaletteNavyForeground2 },
  { background: tokens.colorPaletteMagentaBackground2, foreground: tokens.colorPaletteMagentaForeground2 },
  { background: tokens.colorPaletteSeafoamBackground2, foreground: tokens.colorPaletteSeafoamForeground2 },
  { background: tokens.colorPaletteBrownBackground2, foreground: tokens.colorPaletteBrownForeground2 },
  { background: tokens.colorPaletteSteelBackground2, foreground: tokens.colorPaletteSteelForeground2 },
] as const satisfies readonly Color[] & { length: typeof COLOR_COUNT };
