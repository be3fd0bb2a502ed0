targetScope = 'resourceGroup'

@description('The key vault.')
param vaultName string

@description('The secret that is the master key.')
param masterKeyName string

@description('The principal that may read this secret, and no other.')
param readerId string

@secure()
@description('The new master key: 32 random bytes in base64. Each deployment adds a version.')
param masterKey string

// Key Vault Secrets User
var secretReader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: masterKeyName
  properties: {
    contentType: 'RetroBot master key: 32 bytes, base64'
    value: masterKey
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(secret.id, readerId, secretReader)
  scope: secret
  properties: {
    principalId: readerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretReader
  }
}

@description('The address of the new version, which holds nothing of the key.')
output version string = secret.properties.secretUriWithVersion
