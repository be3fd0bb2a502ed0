@description('What names of resources begin with.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The mail address that alerts go to.')
param mail string

@description('The App Service that is watched.')
param siteId string

@description('The workspace that its log goes to.')
param workspaceId string

// Each alert looks for what RetroBot writes into its log; a test holds these words against the program.
var logAlerts = [
  {
    name: 'teams-refuses'
    text: 'Teams does not take what RetroBot sends: the bot is not accepted (401), has no token, or was disabled. Nobody gets a card.'
    words: '"Teams does not accept the bot", "there is no token for Teams", "has disabled the bot"'
    above: 0
    severity: 1
  }
  {
    name: 'sending-fails'
    text: 'Cards do not reach many people.'
    words: '"The person counts as not reachable", "Sending cards failed", "It is tried again in a minute"'
    above: 20
    severity: 2
  }
  {
    name: 'master-key'
    text: 'The master key is not to be had. Answers wait; nothing is lost.'
    words: '"is needed and not to be had", "Whether there is a newer master key cannot be seen now"'
    above: 0
    severity: 1
  }
  {
    name: 'storage'
    text: 'Storage is out of reach. No answer can be saved.'
    words: '"Storage was out of reach"'
    above: 5
    severity: 1
  }
]

var metricAlerts = [
  {
    name: 'health'
    text: 'An instance is not ready. GET /health/ready says why.'
    metric: 'HealthCheckStatus'
    operator: 'LessThan'
    threshold: 100
    aggregation: 'Average'
    severity: 1
  }
  {
    name: 'errors'
    text: 'RetroBot answers with errors of its own (5xx).'
    metric: 'Http5xx'
    operator: 'GreaterThan'
    threshold: 10
    aggregation: 'Total'
    severity: 2
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'RetroBot'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: mail
        useCommonAlertSchema: true
      }
    ]
  }
}

// The table of the log appears with its first line: queries cannot be checked before.
resource ofLog 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in logAlerts: {
  name: '${name}-${alert.name}'
  location: location
  tags: tags
  properties: {
    displayName: 'RetroBot: ${alert.name}'
    description: alert.text
    enabled: true
    severity: alert.severity
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where _ResourceId =~ "${siteId}" | where ResultDescription has_any (${alert.words})'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: alert.above
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        operators.id
      ]
    }
  }
}]

resource ofMetrics 'Microsoft.Insights/metricAlerts@2018-03-01' = [for alert in metricAlerts: {
  name: '${name}-${alert.name}'
  location: 'global'
  tags: tags
  properties: {
    description: alert.text
    enabled: true
    severity: alert.severity
    scopes: [
      siteId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: alert.name
          criterionType: 'StaticThresholdCriterion'
          metricName: alert.metric
          operator: alert.operator
          threshold: alert.threshold
          timeAggregation: alert.aggregation
        }
      ]
    }
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}]
