import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const THEMES = ['light', 'dark'] as const;

/** Fails with the rule and the element of each violation. */
export async function axe(page: Page, where: string, theme: (typeof THEMES)[number]): Promise<void> {
  // Legacy mode: one frame only, and no second page, which this window would refuse to open.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  // In the other theme only the colours differ.
  if (theme === 'dark') builder.withRules('color-contrast');
  // Fluent's sentinels at the ends of a dialog: focus passes through them and never stays, which axe cannot know.
  const { violations } = await builder.exclude('[data-tabster-dummy]').analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  expect(found, where).toEqual([]);
}
