@description('The name of the storage account.')
param accountName string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('How often storage keeps each row.')
param redundancy string

@description('The principal that may read and write tables.')
param writerId string

// Storage Table Data Contributor
var tableWriter = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

// No diagnostic setting: a log of reads and writes would say when each answer came, and from where (docs/privacy.md).
resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource mayWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, writerId, tableWriter)
  scope: account
  properties: {
    principalId: writerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: tableWriter
  }
}

@description('Where the tables are.')
output tableEndpoint string = account.properties.primaryEndpoints.table
