import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Everything axe has against the screen as it stands, one line each. */
export async function violationsOf(page: Page, isMeant: (impact: string) => boolean): Promise<string[]> {
  // Electron has no second page for the newer way of collecting results from frames; ours has no frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => isMeant(impact ?? 'minor'))
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`),
    );
}

/** Serious and critical violations of accessibility rules on the screen as it stands, one line each. */
export async function seriousViolations(page: Page): Promise<string[]> {
  return await violationsOf(page, (impact) => impact === 'serious' || impact === 'critical');
}
