// What Bicep files declare and what they refer to, read with tree-sitter-bicep: no compiler is at hand where the tests run.
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

const kinds = {
  parameter_declaration: 'param', variable_declaration: 'var', resource_declaration: 'resource', module_declaration: 'module', output_declaration: 'output',
};

export function* nodesOf(node) {
  yield node;
  for (const child of node.namedChildren) yield* nodesOf(child);
}

/** Also what has no name of its own, such as a bracket that is missing. */
function* everyNode(node) {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

export const textOf = (string) => string.text.replace(/^'|'$/g, '');

/** Of an object: its properties by name. */
export const propertiesOf = (object) => new Map(object.namedChildren.filter((child) => child.type === 'object_property' && child.namedChildCount === 2)
  .map((property) => [textOf(property.namedChild(0)), property.namedChild(1)]));

/** Of a resource or module: what stands between its braces, whether or not there are many of them or a condition stands before it. */
export const bodyOf = (declaration) => [...nodesOf(declaration)].find((node) => node.type === 'object');

/** The values of the loop that a node stands in, by the loop's variable. */
function loopsAround(node) {
  const loops = new Map();
  for (let at = node.parent; at; at = at.parent) {
    if (at.type !== 'for_statement') continue;
    const [first, values] = at.namedChildren;
    const names = first.type === 'for_loop_parameters' ? first.namedChildren.map((name) => name.text) : [first.text];
    names.forEach((name, position) => loops.set(name, position === 0 ? values : undefined));
  }
  return loops;
}

/** Whether an identifier names something that is declared elsewhere, and does not name a property, a function or itself. */
function isReference(identifier) {
  const { parent } = identifier;
  const isFirst = parent.namedChild(0)?.id === identifier.id;
  if (parent.type in kinds || parent.type === 'object_property' || parent.type === 'call_expression') return !isFirst;
  if (parent.type === 'for_statement') return !isFirst;
  return !['type', 'loop_variable', 'loop_enumerator'].includes(parent.type);
}

function decoratorsOf(declaration) {
  const before = declaration.previousNamedSibling;
  return before?.type === 'decorators' ? before.namedChildren.map((decorator) => decorator.text.replace(/^@/, '').split('(')[0]) : [];
}

/** @param {string} text of a .bicep file, or of a .bicepparam file, whose assignments the grammar takes for variables of the same shape */
export function read(text, isParameters = false) {
  const root = parser.parse(isParameters ? text.replace(/^param (\w+) =/gm, 'var $1 =') : text).rootNode;
  const all = [...nodesOf(root)];
  const declarations = root.namedChildren.filter((node) => node.type in kinds).map((node) => ({
    kind: kinds[node.type],
    name: node.namedChild(0).text,
    decorators: decoratorsOf(node),
    // Of a parameter: name and type, and a default if there is one.
    hasValue: node.namedChildCount > 2,
    type: ['resource', 'module'].includes(kinds[node.type]) ? textOf(node.namedChild(1)) : undefined,
    isExisting: /^resource \w+ '[^']*' existing =/.test(node.text),
    node,
  }));
  return {
    root,
    text,
    declarations,
    of: (kind) => declarations.filter((declaration) => declaration.kind === kind),
    broken: [...everyNode(root)].filter((node) => node.type === 'ERROR' || node.isMissing).map((node) => node.startPosition.row + 1),
    references: all.filter((node) => node.type === 'identifier' && isReference(node)).map((node) => ({ name: node.text, line: node.startPosition.row + 1, loops: loopsAround(node), node })),
    calls: all.filter((node) => node.type === 'call_expression').map((node) => node.namedChild(0).text),
    members: all.filter((node) => node.type === 'member_expression').map((node) => ({ path: node.text.split('.'), line: node.startPosition.row + 1, loops: loopsAround(node) })),
  };
}
