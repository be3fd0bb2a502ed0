// Writes what RetroBot is made of, as CycloneDX 1.6 in JSON: every package that it ships, out of the lock files that it is built from. The same commit gives the same bytes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as CDX from '@cyclonedx/cyclonedx-library';

const usage = 'node infra/sbom/write.mjs [FILE]    FILE is artifacts/retrobot.cdx.json by default';
const root = resolve(import.meta.dirname, '../..');
const { Component, LicenseExpression, Metadata, Bom } = CDX.Models;
const hex = base64 => Buffer.from(base64, 'base64').toString('hex');
const read = path => JSON.parse(readFileSync(join(root, path), 'utf8').replace(/^\ufeff/, ''));

function component(name, version, purl, sha512, license) {
  const made = new Component(CDX.Enums.ComponentType.Library, name, { version, purl, bomRef: purl });
  made.hashes.set(CDX.Enums.HashAlgorithm['SHA-512'], hex(sha512));
  if (license) made.licenses.add(new LicenseExpression(license));
  return made;
}

// What only looks at the code while it is built is not shipped.
const ofNuGet = Object.entries(read('bot/Host/packages.lock.json').dependencies['net10.0'])
  .filter(([name, { type }]) => type !== 'Project' && !/Analyzers?$/.test(name))
  .map(([name, { resolved, contentHash }]) => component(name, resolved, `pkg:nuget/${name}@${resolved}`, contentHash, licenseOf(name, resolved)));

const ofNpm = Object.entries(read('bot/Host/Web/Scripts/package-lock.json').packages)
  .filter(([path, { dev }]) => path && !dev)
  .map(([path, { version, integrity, license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return component(name, version, `pkg:npm/${name.replace('@', '%40')}@${version}`, integrity.replace(/^sha512-/, ''), license);
  });

/** As the package says, where it has been restored. */
function licenseOf(name, version) {
  const file = join(process.env.NUGET_PACKAGES || join(homedir(), '.nuget/packages'), name.toLowerCase(), version, `${name.toLowerCase()}.nuspec`);
  return existsSync(file) ? readFileSync(file, 'utf8').match(/<license type="expression">([^<]+)<\/license>/)?.[1] : undefined;
}

if (process.argv.length > 3 || process.argv[2]?.startsWith('-')) {
  console.error(usage);
  process.exit(2);
}
const bom = new Bom({ metadata: new Metadata({ component: new Component(CDX.Enums.ComponentType.Application, 'RetroBot', { bomRef: 'retrobot' }) }) });
for (const one of [...ofNuGet, ...ofNpm]) bom.components.add(one);
const json = new CDX.Serialize.JsonSerializer(new CDX.Serialize.JSON.Normalize.Factory(CDX.Spec.Spec1dot6)).serialize(bom, { sortLists: true, space: 2 });
const wrong = await new CDX.Validation.JsonStrictValidator(CDX.Spec.Version.v1dot6).validate(json);
if (wrong !== null) throw new Error(`It is no CycloneDX: ${JSON.stringify(wrong)}`);
const out = resolve(process.argv[2] ?? join(root, 'artifacts/retrobot.cdx.json'));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${json}\n`);
console.log(`${out}: ${bom.components.size} packages`);
