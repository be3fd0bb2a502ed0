// Holds the files of infra/ against rules, and prints what is wrong by rule, as one line of JSON. Takes a JSON file: a list of cases, each the files' texts by path.
import { readFileSync } from 'node:fs';
import { rules } from './bicep-rules.mjs';
import { read } from './bicep-tree.mjs';

const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const readAll = (texts) => Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, /\.bicep(param)?$/.test(path) ? read(text, path.endsWith('param')) : { text }]));
console.log(JSON.stringify(cases.map((texts) => {
  const files = readAll(texts);
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, [...rule(files)]]));
})));
