// Does with an audit pack what its README says, as somebody else would who has nothing but the pack: checks the sums, counts again, and prints what differs as one line of JSON.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name));
const table = (name) => parse(read(name), { bom: true, columns: true });
const problems = [];

const sums = new Map(read('SHA256SUMS').toString().trim().split('\n').map((line) => line.split('  ').reverse()));
for (const name of readdirSync(folder).filter((name) => name !== 'SHA256SUMS')) {
  if (sums.get(name) !== createHash('sha256').update(read(name)).digest('hex')) problems.push(`sum of ${name}`);
  sums.delete(name);
}
for (const name of sums.keys()) problems.push(`${name} is missing`);

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const holds = (schema, data, name) => {
  const validate = ajv.compile(JSON.parse(read(schema)));
  if (!validate(data)) problems.push(...validate.errors.map((error) => `${name}${error.instancePath} ${error.message}`));
};
const catalog = table('catalog.csv');
holds('catalog.schema.json', catalog.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === '' ? null : cell]))), 'catalog.csv');
const organisation = JSON.parse(read('organisation.json'));
holds('organisation.schema.json', organisation, 'organisation.json');

const bands = [[5, 9], [10, 19], [20, 49], [50, '']];
const values = (row, column) => row[column].split('; ').filter((value) => value !== '');
const counted = table('counted.csv');
const told = new Map(counted.map((line) => [[line.lines, line.line, line.columns, line.column].join('|'), `${line.at_least}-${line.at_most}`]));
for (const [lines, columns] of [...new Set(counted.map((line) => `${line.lines}|${line.columns}`))].map((pair) => pair.split('|'))) {
  const counts = new Map();
  for (const row of catalog) {
    for (const line of values(row, lines)) {
      for (const column of values(row, columns)) {
        const key = [lines, line, columns, column].join('|');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  for (const [key, count] of counts) {
    const band = bands.find(([from, to]) => count >= from && (to === '' || count <= to));
    if ((band ? `${band[0]}-${band[1]}` : undefined) !== told.get(key)) problems.push(`${key}: ${count} rows, told as ${told.get(key)}`);
    told.delete(key);
  }
}
problems.push(...[...told.keys()].map((key) => `${key} is told and not there`));

const withheld = table('withheld.csv');
const figures = organisation.quarters.flatMap((quarter) => quarter.figures.map((figure) => `${quarter.name} ${figure.key} ${figure.left_out}`));
if (JSON.stringify(withheld.map((line) => `${line.quarter} ${line.figure} ${line.what}`)) !== JSON.stringify(figures)) problems.push('withheld.csv');

console.log(JSON.stringify({ problems, rows: catalog.length, counted: counted.length }));
