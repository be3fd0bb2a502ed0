// Holds a description of an API against OpenAPI's own rules, and prints what does not fit as one line of JSON.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';

const validator = new Validator();
const result = await validator.validate(JSON.parse(readFileSync(process.argv[2], 'utf8')));
console.log(JSON.stringify({ version: validator.version, valid: result.valid, errors: result.errors ?? [] }));
