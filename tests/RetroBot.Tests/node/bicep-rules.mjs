// What Bicep files of RetroBot must keep. Each rule is a function of all files that yields what is wrong.
import { posix } from 'node:path';
import { bodyOf, nodesOf, propertiesOf, textOf } from './bicep-tree.mjs';

// As they stand in Microsoft's own type definitions, github.com/Azure/bicep-types-az.
const versions = {
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.BotService/botServices': '2022-09-15',
  'Microsoft.BotService/botServices/channels': '2022-09-15',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/diagnosticSettings': '2021-05-01-preview',
  'Microsoft.Insights/metricAlerts': '2018-03-01',
  'Microsoft.Insights/scheduledQueryRules': '2023-12-01',
  'Microsoft.Insights/workbooks': '2023-06-01',
  'Microsoft.KeyVault/vaults': '2024-11-01',
  'Microsoft.KeyVault/vaults/secrets': '2024-11-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2023-01-31',
  'Microsoft.OperationalInsights/workspaces': '2023-09-01',
  'Microsoft.Storage/storageAccounts': '2024-01-01',
  'Microsoft.Web/serverfarms': '2024-11-01',
  'Microsoft.Web/sites': '2024-11-01',
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': '2024-11-01',
};

const functions = ['concat', 'empty', 'guid', 'loadTextContent', 'resourceGroup', 'string', 'subscription', 'subscriptionResourceId', 'uniqueString', 'description', 'allowed', 'minLength', 'maxLength', 'minValue', 'maxValue', 'secure'];

// What must stand, letter for letter, somewhere in each resource of the type that is made.
const asked = {
  'Microsoft.Storage/storageAccounts': ['allowSharedKeyAccess: false', 'allowBlobPublicAccess: false', "minimumTlsVersion: 'TLS1_2'", 'supportsHttpsTrafficOnly: true'],
  'Microsoft.KeyVault/vaults': ['enableRbacAuthorization: true', 'enableSoftDelete: true', 'enablePurgeProtection: true'],
  'Microsoft.Web/sites': ['httpsOnly: true', "minTlsVersion: '1.2'", "ftpsState: 'Disabled'", 'alwaysOn: true', 'http20Enabled: true', "healthCheckPath: '/health/ready'", "linuxFxVersion: 'DOTNETCORE|10.0'", "type: 'UserAssigned'"],
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': ['allow: false'],
  'Microsoft.BotService/botServices': ["msaAppType: 'UserAssignedMSI'", "kind: 'azurebot'"],
  'Microsoft.Insights/components': ['DisableLocalAuth: true', 'DisableIpMasking: false', 'WorkspaceResourceId: '],
};

// Logs that would say when each answer came, and from where: none of these, and none of storage at all.
const categories = ['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AuditEvent'];

const secretFunction = /\b(list(Keys|Secrets|AccountSas|ServiceSas|CallbackUrl)|getSecret)\b/;
const secretText = /AccountKey=|SharedAccess|InstrumentationKey=|ConnectionString|sig=|-----BEGIN|(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{40,}/;

// Application Insights takes telemetry from RetroBot's identity alone: there the string is an address. It goes into the one setting and nowhere else.
const noSecret = { 'modules/app.bicep': "name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'\n    value: insights.properties.ConnectionString\n" };

const templates = (files) => Object.entries(files).filter(([path]) => path.endsWith('.bicep'));
const targetOf = (path, module) => posix.join(posix.dirname(path), module.type);
const requiredOf = (file) => file.of('param').filter((param) => !param.hasValue).map((param) => param.name);
const namesOf = (declarations) => declarations.map(({ name }) => name);

export const rules = {
  *syntax(files) {
    for (const [path, file] of Object.entries(files)) for (const line of file.broken ?? []) yield `${path}:${line} cannot be read.`;
  },

  *versions(files) {
    for (const [path, file] of templates(files)) {
      for (const { type, name } of file.of('resource')) {
        const [kind, version] = type.split('@');
        if (versions[kind] !== version) yield `${path}: ${name} is ${type}; known is ${versions[kind] ?? 'no such type'}.`;
      }
    }
  },

  *references(files) {
    for (const [path, file] of templates(files)) {
      const known = new Set(namesOf(file.declarations.filter(({ kind }) => kind !== 'output')));
      for (const { name, line, loops } of file.references) if (!known.has(name) && !loops.has(name)) yield `${path}:${line} refers to ${name}, which is not declared.`;
      for (const name of file.calls) if (!functions.includes(name)) yield `${path}: ${name}() is no function that is known here.`;
      for (const kind of [['param', 'var', 'resource', 'module'], ['output']]) {
        const names = namesOf(file.declarations.filter((declaration) => kind.includes(declaration.kind)));
        for (const name of names.filter((name, at) => names.indexOf(name) !== at)) yield `${path}: ${name} is declared twice.`;
      }
    }
  },

  *members(files) {
    for (const [path, file] of templates(files)) {
      for (const { path: [first, second, third], line, loops } of file.members) {
        const module = file.of('module').find(({ name }) => name === first);
        if (module && (second !== 'outputs' || (third !== undefined && !namesOf(files[targetOf(path, module)]?.of('output') ?? []).includes(third)))) yield `${path}:${line} ${first} has no ${third ?? second}.`;
        const values = loops.get(first);
        const list = values?.type === 'identifier' ? file.of('var').find(({ name }) => name === values.text)?.node.namedChildren.find(({ type }) => type === 'array') : undefined;
        if (list?.namedChildren.some((element) => element.type === 'object' && !propertiesOf(element).has(second))) yield `${path}:${line} not each of ${values.text} has ${second}.`;
      }
    }
  },

  *modules(files) {
    for (const [path, file] of templates(files)) {
      for (const module of file.of('module')) {
        const target = files[targetOf(path, module)];
        if (!target) yield `${path}: module ${module.name} is in ${module.type}, which is not there.`;
        const given = [...propertiesOf(propertiesOf(bodyOf(module.node)).get('params')).keys()];
        for (const name of requiredOf(target ?? file).filter((name) => target && !given.includes(name))) yield `${path}: module ${module.name} is not given ${name}.`;
        for (const name of given.filter((name) => target && !namesOf(target.of('param')).includes(name))) yield `${path}: module ${module.name} is given ${name}, which it does not take.`;
        for (const { name } of target?.of('output') ?? []) if (!file.members.some(({ path: [first, , third] }) => first === module.name && third === name)) yield `${path}: nobody reads ${name} of module ${module.name}.`;
      }
    }
  },

  *used(files) {
    for (const [path, file] of templates(files)) {
      for (const { name, kind } of [...file.of('param'), ...file.of('var')]) if (!file.references.some((reference) => reference.name === name)) yield `${path}: ${kind} ${name} is not used.`;
    }
  },

  *described(files) {
    for (const [path, file] of templates(files)) {
      for (const { name, kind, decorators } of [...file.of('param'), ...file.of('output')]) if (!decorators.includes('description')) yield `${path}: ${kind} ${name} has no description.`;
    }
  },

  *secrets(files) {
    for (const [path, file] of templates(files)) {
      for (const { name, decorators, hasValue } of file.of('param')) {
        if (decorators.includes('secure') && hasValue) yield `${path}: ${name} is secret and has a default.`;
        if (/(password|secret|key|token)$/i.test(name) && !decorators.includes('secure')) yield `${path}: ${name} is not marked as secret.`;
      }
      const secrets = namesOf(file.of('param').filter(({ decorators }) => decorators.includes('secure')));
      for (const output of file.of('output')) if ([...nodesOf(output.node)].some((node) => secrets.includes(node.text))) yield `${path}: output ${output.name} gives a secret away.`;
    }
    for (const [path, { text: all }] of Object.entries(files).filter(([path]) => /\.bicep(param)?$/.test(path))) {
      const text = noSecret[path] ? all.replace(noSecret[path], '') : all;
      if (secretFunction.test(text)) yield `${path} asks for a secret: ${secretFunction.exec(text)[0]}.`;
      if (secretText.test(text)) yield `${path} holds what looks like a secret, or reads one: ${secretText.exec(text)[0].slice(0, 12)}…`;
    }
  },

  *posture(files) {
    for (const [path, file] of templates(files)) {
      for (const { type, name, node, isExisting } of file.of('resource')) {
        if (!isExisting) for (const line of asked[type.split('@')[0]] ?? []) if (!node.text.includes(line)) yield `${path}: ${name} lacks ${line}`;
      }
    }
  },

  *privacy(files) {
    for (const [path, file] of templates(files)) {
      for (const { name, node } of file.of('resource').filter(({ type }) => type.startsWith('Microsoft.Insights/diagnosticSettings@'))) {
        const scope = file.of('resource').find((resource) => resource.name === propertiesOf(bodyOf(node)).get('scope')?.text);
        if (!scope || scope.type.startsWith('Microsoft.Storage/')) yield `${path}: ${name} is not on a resource that may be logged.`;
        for (const property of [...nodesOf(node)].filter(({ type }) => type === 'object_property')) {
          const [key, value] = property.namedChildren.map(textOf);
          if (key === 'categoryGroup' || (key === 'category' && !categories.includes(value))) yield `${path}: ${name} takes ${value}.`;
        }
      }
    }
  },

  *parameters(files) {
    const [main, values] = [files['main.bicep'], files['main.bicepparam']];
    if (!/^using 'main\.bicep'$/m.test(values.text)) yield 'main.bicepparam does not say that it is for main.bicep.';
    const given = namesOf(values.of('var'));
    for (const name of requiredOf(main).filter((name) => !given.includes(name))) yield `main.bicepparam does not give ${name}.`;
    for (const name of given.filter((name) => !namesOf(main.of('param')).includes(name))) yield `main.bicepparam gives ${name}, which main.bicep does not take.`;
  },

  *outputs(files) {
    const read = [...files['deploy.sh'].text.matchAll(/\$\(output (\w+)\)/g)].map(([, name]) => name);
    const there = namesOf(files['main.bicep'].of('output'));
    for (const name of read.filter((name) => !there.includes(name))) yield `deploy.sh reads ${name}, which main.bicep does not give.`;
    for (const name of there.filter((name) => !read.includes(name))) yield `main.bicep gives ${name}, which nobody reads.`;
  },
};
