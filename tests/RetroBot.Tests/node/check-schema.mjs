// Holds a JSON file against a JSON Schema (2020-12), and prints what does not fit as one line of JSON.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const [schema, data] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, validateFormats: false }).compile(schema);
console.log(JSON.stringify(validate(data) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`)));
