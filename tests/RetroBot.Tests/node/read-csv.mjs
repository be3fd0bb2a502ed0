// Reads a CSV file as people who work with Node.js would, and prints its rows as one line of JSON in ASCII.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const rows = parse(readFileSync(process.argv[2]), { bom: true, columns: true });
console.log(JSON.stringify(rows).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`));
