// Reads the first sheet of a workbook as people who work with Node.js would, and prints its rows as one line of JSON in ASCII.
import { readFileSync } from 'node:fs';
import readXlsxFile from 'read-excel-file/node';

const sheets = await readXlsxFile(readFileSync(process.argv[2]));
const rows = Array.isArray(sheets[0]) ? sheets : sheets[0].data;
const [head, ...lines] = rows;
const objects = lines.map((line) => Object.fromEntries(head.map((name, index) => [name, line[index] ?? ''])));
console.log(JSON.stringify(objects).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`));
