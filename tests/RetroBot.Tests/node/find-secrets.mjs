// Looks for secrets with secretlint's recommended rules, and for two kinds of Azure's that those do not know. Arguments: a file with the paths to look through, one a line. Prints one line: [{ file, line, rule }].
import { readFileSync } from 'node:fs';
import { lintSource } from '@secretlint/core';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import { creator as pattern } from '@secretlint/secretlint-rule-pattern';

const config = {
  rules: [
    { id: '@secretlint/secretlint-rule-preset-recommend', rule: recommended, options: {} },
    {
      id: '@secretlint/secretlint-rule-pattern',
      rule: pattern,
      options: {
        patterns: [
          { name: 'key of a storage account', pattern: '/AccountKey=(?<key>[A-Za-z0-9+\\/]{86}==)/' },
          { name: 'client secret of Entra', pattern: '/\\b(?<key>[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34})/' },
        ],
      },
    },
  ],
};

const found = [];
for (const file of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const bytes = readFileSync(file);
  if (bytes.includes(0)) continue; // a picture, a font
  const { messages } = await lintSource({ source: { filePath: file, content: bytes.toString('utf8'), contentType: 'text' }, options: { config } });
  found.push(...messages.map(({ loc, ruleId }) => ({ file, line: loc.start.line, rule: ruleId.replace('@secretlint/secretlint-rule-', '') })));
}
console.log(JSON.stringify(found));
