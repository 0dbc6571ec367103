// The built screens (mode "mock") in Chromium: a small server that sends the same Content-Security-Policy
// as the window has, and a page whose every complaint is kept.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../dist-mock/', import.meta.url));
const configuration = fileURLToPath(new URL('../../tauri.conf.json', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
};

/** The policy of the window itself, so that what passes here passes there. */
function policy() {
  const found = JSON.parse(readFileSync(configuration, 'utf8')).app.security.csp;
  const text =
    typeof found === 'string'
      ? found
      : Object.entries(found)
          .map(([k, v]) => `${k} ${[v].flat().join(' ')}`)
          .join('; ');
  return text;
}

function chromiumPath() {
  const known = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = known.find((path) => path && existsSync(path));
  if (!found) {
    console.error(
      'not ok Chromium is not installed: install the package "chromium" or set CHROMIUM',
    );
    process.exit(1);
  }
  return found;
}

export async function openBrowser() {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const file = normalize(join(root, path === '/' ? 'index.html' : path));
    if (!file.startsWith(normalize(root)) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy(),
    });
    response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  return {
    address,
    async page(options) {
      const page = await browser.newPage(options);
      const complaints = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return { page, complaints };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Every screen: a name, who looks at it, its address, and what opens on it. */
export const SCREENS = [
  { name: 'entry', query: { state: 'locked' }, hash: '' },
  { name: 'found', query: { state: 'fresh' }, hash: '' },
  {
    name: 'restore',
    query: { state: 'fresh' },
    hash: '',
    act: async (page) => {
      await page.locator('form .acts .ghost').click();
      await page.waitForSelector('input[name="folder"]');
      await page.locator('.folder button').click();
      await page.waitForSelector('input[name="password"]');
    },
  },
  {
    name: 'restore-card',
    query: { state: 'fresh' },
    hash: '',
    act: async (page) => {
      await page.locator('form .acts .ghost').click();
      await page.waitForSelector('input[name="folder"]');
      await page.locator('.folder button').click();
      await page.locator('.by [role="radio"]').nth(1).click();
      await page.locator('input[name="code"]').fill('b9dnt');
      await page.locator('form .acts .primary').click();
      await page.waitForSelector('[role="alert"]');
    },
  },
  { name: 'today', query: {}, hash: '#/today' },
  { name: 'today-dense', query: { density: 'dense' }, hash: '#/today' },
  { name: 'today-empty', query: { empty: '1' }, hash: '#/today' },
  { name: 'today-long', query: { long: '1' }, hash: '#/today' },
  { name: 'today-many', query: { rows: '3000', density: 'dense' }, hash: '#/today' },
  { name: 'today-failed', query: { fail: 'queue_page' }, hash: '#/today' },
  { name: 'today-loading', query: { slow: 'queue_page' }, hash: '#/today', busy: true },
  { name: 'queue', query: {}, hash: '#/queue' },
  { name: 'queue-empty', query: { empty: '1' }, hash: '#/queue' },
  { name: 'case', query: {}, hash: '#/case/00000000-0000-7000-8000-000000004519', wait: 'canvas' },
  {
    name: 'case-why',
    query: {},
    hash: '#/case/00000000-0000-7000-8000-000000004519',
    act: async (page) => page.locator('.why-button').first().click(),
    wait: 'canvas',
  },
  {
    name: 'case-form',
    query: {},
    hash: '#/case/00000000-0000-7000-8000-000000004519',
    act: async (page) => page.locator('#case-tab-form').click(),
    wait: 'canvas',
  },
  {
    name: 'refusal',
    query: {},
    hash: '#/refusal/00000000-0000-7000-8000-000000004521',
    wait: 'canvas',
  },
  { name: 'sign', query: { role: 'supervisor' }, hash: '#/sign', wait: 'canvas' },
  {
    name: 'paper',
    query: {},
    hash: '#/paper/00000000-0000-7000-8000-000000004521~refusal',
    wait: 'canvas',
  },
  {
    name: 'paper-print',
    query: {},
    hash: '#/paper/00000000-0000-7000-8000-000000004521~refusal',
    wait: 'canvas',
    act: async (page) => page.keyboard.press('Control+KeyP'),
  },
  { name: 'print', query: {}, hash: '#/print', wait: 'canvas' },
  { name: 'acts', query: { role: 'accountant' }, hash: '#/acts' },
  {
    name: 'act-new',
    query: { role: 'accountant' },
    hash: '#/act/new~240141990028',
    wait: 'canvas',
  },
  {
    name: 'act',
    query: { role: 'accountant' },
    hash: '#/act/%5B%22240141990028%22%2C%22118%22%2C%222026-10-22%22%2Cfalse%5D',
    wait: 'canvas',
  },
  {
    name: 'act-return',
    query: { role: 'accountant' },
    hash: '#/act/%5B%22240141990028%22%2C%22118%22%2C%222026-10-22%22%2Cfalse%5D',
    wait: 'canvas',
    act: async (page) => {
      await page.locator('header .danger').click();
      await page.waitForSelector('[role="dialog"] fieldset');
    },
  },
  { name: 'registers', query: {}, hash: '#/registers', wait: 'canvas' },
  { name: 'office', query: { role: 'administrator' }, hash: '#/office' },
  { name: 'journal', query: { role: 'administrator' }, hash: '#/journal' },
  { name: 'people', query: { role: 'administrator' }, hash: '#/people' },
  {
    name: 'people-add',
    query: { role: 'administrator' },
    hash: '#/people',
    act: async (page) => page.locator('header .primary').click(),
  },
  {
    name: 'people-card',
    query: { role: 'administrator' },
    hash: '#/people',
    act: async (page) => {
      await page.locator('header .acts button').first().click();
      await page.locator('[role="dialog"] footer .primary').click();
      await page.waitForSelector('[role="dialog"] ol');
    },
  },
  {
    name: 'backup-overdue',
    query: { role: 'administrator', overdue: '1' },
    hash: '#/backup',
  },
  { name: 'backup', query: { role: 'administrator' }, hash: '#/backup' },
  { name: 'disk-little', query: { disk: 'little' }, hash: '#/today' },
  { name: 'disk-low', query: { disk: 'low' }, hash: '#/today' },
  { name: 'backup-restored', query: { role: 'administrator', restored: '1' }, hash: '#/backup' },
  {
    name: 'export',
    query: { role: 'auditor' },
    hash: '#/journal',
    act: async (page) => {
      await page.locator('td.case button').first().click();
      await page.waitForSelector('[role="dialog"] input');
    },
  },
  { name: 'calendar', query: {}, hash: '#/calendar' },
  { name: 'settings', query: {}, hash: '#/settings' },
  {
    name: 'palette',
    query: {},
    hash: '#/today',
    act: async (page) => {
      await page.keyboard.press('Control+KeyK');
      await page.waitForSelector('[role="combobox"]:focus');
      await page.keyboard.type('ова');
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'seal',
    query: {},
    hash: '#/today',
    act: async (page) => {
      await page.keyboard.press('Control+KeyK');
      // The palette opens in its own time; keys pressed before it listens would be lost.
      await page.waitForSelector('[role="combobox"]:focus');
      await page.keyboard.type('QR');
      await page.waitForSelector('[role="option"][aria-selected="true"]:has-text("QR")');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role="dialog"] textarea');
    },
  },
  {
    name: 'case-act',
    query: {},
    hash: '#/case/00000000-0000-7000-8000-000000004519',
    act: async (page) => {
      await page.locator('.other-acts').click();
      await page.locator('.menu-item').first().click();
      await page.waitForSelector('[role="dialog"] select');
    },
    wait: 'canvas',
  },
  { name: 'keys', query: {}, hash: '#/today', act: async (page) => page.keyboard.press('F1') },
  {
    name: 'intake',
    query: {},
    hash: '#/today',
    act: async (page) => page.keyboard.press('Control+KeyN'),
  },
];

export async function visit(browser, page, screen, more) {
  const query = new URLSearchParams({ ...screen.query, ...more });
  await page.goto(`${browser.address}?${query}${screen.hash}`);
  await page.waitForSelector('h1');
  if (!screen.busy) await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  if (screen.wait) await page.waitForSelector(screen.wait);
  if (screen.act) await screen.act(page);
  // Fonts and the first painted pages.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(250);
}
