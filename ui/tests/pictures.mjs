// Pictures of every screen for people to look at: sizes x languages x themes, into ui/pictures.
// node tests/pictures.mjs [screen,screen] [lang,lang] [theme,theme] [1366x768,1920x1080]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser, SCREENS, visit } from './browser.mjs';

const [names, langs = 'ru', themes = 'light', sizes = '1366x768'] = process.argv.slice(2);
const wanted = names && names !== 'all' ? names.split(',') : SCREENS.map((screen) => screen.name);
const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
for (const size of sizes.split(',')) {
  const [width, height] = size.split('x').map(Number);
  const { page, complaints } = await browser.page({ viewport: { width, height } });
  for (const screen of SCREENS.filter((one) => wanted.includes(one.name)))
    for (const lang of langs.split(','))
      for (const theme of themes.split(',')) {
        complaints.length = 0;
        await page.goto('about:blank');
        await visit(browser, page, screen, { lang, theme });
        const name = `${screen.name}-${lang}-${theme}-${width}.png`;
        await page.screenshot({ path: folder + name });
        console.log(name, complaints.length ? [...new Set(complaints)].slice(0, 4) : '');
      }
  await page.close();
}
await browser.close();
