// axe over every screen in three languages and three themes, with the policy of the window in force:
// prints one line per screen, fails on anything serious, on a complaint of the page, on a page that is
// wider than its window.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openBrowser, SCREENS, visit } from './browser.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['light', 'dark', 'hc'];
const SIZES = [
  { width: 1366, height: 768 },
  // 150 % on the same screen: the rail becomes icons, the table scrolls sideways.
  { width: 911, height: 512 },
];

const browser = await openBrowser();
let failed = 0;
const only = process.argv[2]?.split(',');
for (const screen of SCREENS.filter((one) => !only || only.includes(one.name)))
  for (const [index, lang] of ['kk', 'ru', 'en'].entries()) {
    const size = SIZES[index === 1 ? 1 : 0];
    // Without motion, so that colours are never caught half-way.
    const { page, complaints } = await browser.page({ viewport: size, reducedMotion: 'reduce' });
    try {
      await visit(browser, page, screen, { lang });
      const troubles = [...new Set(complaints)].map((text) => `the page says: ${text}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) troubles.push(`wider than the window by ${wide}`);
      // Put in by the debugger, not by the page: the policy of the page stays as it is.
      await page.evaluate(source);
      for (const theme of THEMES) {
        await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
        troubles.push(...(await look(page)).map((text) => `${theme}: ${text}`));
      }
      report(`${screen.name} ${lang} ${size.width}`, troubles);
    } catch (error) {
      report(`${screen.name} ${lang} ${size.width}`, [String(error).split('\n')[0]]);
    }
    await page.close();
  }
await browser.close();
process.exit(failed === 0 ? 0 : 1);

async function look(page) {
  return page.evaluate(async () => {
    const result = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    if (result.passes.length === 0) return ['axe looked at nothing'];
    return result.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => {
        const where = one.nodes.slice(0, 3).map((node) => node.target.join(' '));
        return `${one.impact} ${one.id}: ${one.help}: ${where.join(' | ')}`;
      });
  });
}

function report(name, troubles) {
  console.log(`${troubles.length === 0 ? 'ok' : 'not ok'} ${name}`);
  for (const trouble of troubles) console.log(`    ${trouble}`);
  if (troubles.length > 0) failed += 1;
}
