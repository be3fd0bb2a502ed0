// Writes the package that is uploaded to Teams: node infra/teams/package.mjs --bot ID --host NAME [--sign-in ID] ...
// It needs Node.js 20 and nothing else.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zip } from './zip.mjs';

const usage = `Usage: node infra/teams/package.mjs --bot ID --host NAME [options]

  --bot ID         the application (client) id of the bot; deploy.sh prints it
  --host NAME      the host name at which RetroBot is reached, without https://
  --sign-in ID     the application (client) id with which people sign in to the catalog; without it there is no tab
  --developer NAME who stands behind this RetroBot: your organisation (RetroBot)
  --website URL    the page with help and contact (https://NAME/support)
  --terms URL      the terms of use (https://NAME/terms)
  --out FILE       what is written (artifacts/teams/retrobot.zip)`;

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const here = dirname(fileURLToPath(import.meta.url));

function fail(problems) {
  console.error(`${problems.join('\n')}\n\n${usage}`);
  process.exit(1);
}

function read() {
  const names = ['bot', 'host', 'sign-in', 'developer', 'website', 'terms', 'out'];
  try {
    return parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) }).values;
  } catch (wrong) {
    return fail([wrong.message]);
  }
}

function check({ bot, host, 'sign-in': signIn, developer, website, terms }) {
  const problems = [];
  if (!guid.test(bot ?? '')) problems.push(`--bot is ${bot ?? 'missing'}: a GUID such as 11111111-2222-3333-4444-555555555555 is needed.`);
  if (!hostName.test(host ?? '')) problems.push(`--host is ${host ?? 'missing'}: a host name such as retrobot.contoso.com is needed, without https://, port or path.`);
  if (signIn !== undefined && !guid.test(signIn)) problems.push(`--sign-in is ${signIn || 'empty'}: a GUID such as 11111111-2222-3333-4444-555555555555 is needed, or leave it out.`);
  if (developer !== undefined && !(developer.length >= 1 && developer.length <= 32)) problems.push('--developer must have 1 to 32 characters.');
  for (const [option, address] of [['--website', website], ['--terms', terms]]) {
    if (address !== undefined && !(URL.canParse(address) && new URL(address).protocol === 'https:')) problems.push(`${option} is ${address || 'empty'}: an https address is needed.`);
  }
  if (problems.length > 0) fail(problems);
}

/** Puts values in the place of {{their names}}, in every text. */
function fill(part, values) {
  if (typeof part === 'string') return part.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  if (Array.isArray(part)) return part.map((inner) => fill(inner, values));
  if (typeof part === 'object') return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, fill(inner, values)]));
  return part;
}

const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const template = (file) => JSON.parse(readFileSync(resolve(here, file), 'utf8'));

const options = read();
check(options);
const { bot, host, 'sign-in': signIn } = options;
const manifest = fill(template('manifest.json'), {
  bot: bot.toLowerCase(), host: host.toLowerCase(), signIn: signIn?.toLowerCase() ?? '', developer: options.developer ?? 'RetroBot',
  website: options.website ?? `https://${host.toLowerCase()}/support`, terms: options.terms ?? `https://${host.toLowerCase()}/terms`,
});
if (!signIn) {
  delete manifest.staticTabs;
  delete manifest.webApplicationInfo;
}

const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => {
  const texts = template(file);
  return [file, json(signIn ? texts : Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith('staticTabs['))))];
});
const icons = [manifest.icons.color, manifest.icons.outline].map((file) => [file, readFileSync(resolve(here, file))]);
const out = resolve(options.out ?? resolve(here, '../../artifacts/teams/retrobot.zip'));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, zip([['manifest.json', json(manifest)], ...icons, ...languages]));
console.log(`${out} is written${signIn ? '' : ', without the catalog\'s tab (see --sign-in)'}.`);
