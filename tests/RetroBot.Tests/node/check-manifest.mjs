// Holds a Teams manifest, and each file of texts in other languages, against the schemas that @microsoft/app-manifest ships, and prints what does not fit as one line of JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const schemas = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
const [latest] = readdirSync(schemas).filter((name) => /^v1\.\d+$/.test(name)).sort((one, other) => Number(other.slice(3)) - Number(one.slice(3)));
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

function judge(kind) {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(read(join(schemas, latest, `${kind}.schema.json`)));
}

const judges = { manifest: judge('MicrosoftTeams'), texts: judge('MicrosoftTeams.Localization') };
const found = process.argv.slice(2).flatMap((file) => {
  const [name, data] = [basename(file), read(file)];
  const kind = name === 'manifest.json' ? 'manifest' : 'texts';
  const validate = judges[kind];
  const wrong = validate(data) ? [] : validate.errors.map((error) => `${name}${error.instancePath} ${error.message}`);
  const schema = `https://developer.microsoft.com/json-schemas/teams/${latest}/${kind === 'manifest' ? 'MicrosoftTeams' : 'MicrosoftTeams.Localization'}.schema.json`;
  return data.$schema === schema ? wrong : [...wrong, `${name} names ${data.$schema}; the latest that is known is ${schema}`];
});
console.log(JSON.stringify(found));
