const learn = 'https://learn.microsoft.com';
const provisioning = `${learn}/entra/identity/app-provisioning`;

/** The pages that the catalogue's facts were checked against, and that its entries lead to. */
export const documentation = {
  errorCodes: `${learn}/entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes`,
  crossTenantErrorCodes: `${learn}/entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes-for-cross-tenant-synchronization`,
  provisioningLogs: `${learn}/entra/identity/monitoring-health/concept-provisioning-logs`,
  crossTenantConfigure: `${learn}/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure`,
  cloudSyncErrorCodes: `${learn}/entra/identity/hybrid/cloud-sync/reference-error-codes`,
  cloudSyncTroubleshoot: `${learn}/entra/identity/hybrid/cloud-sync/how-to-troubleshoot`,
  insufficientAccessRights: `${provisioning}/insufficient-access-rights-error-troubleshooting`,
  inboundApiIssues: `${provisioning}/inbound-provisioning-api-issues`,
  hrUserCreation: `${provisioning}/hr-user-creation-issues`,
  hrUserUpdate: `${provisioning}/hr-user-update-issues`,
  onPremisesEcma: `${provisioning}/on-premises-ecma-troubleshoot`,
  quarantine: `${provisioning}/application-provisioning-quarantine-status`,
  accidentalDeletions: `${provisioning}/accidental-deletions`,
  noUsersProvisioned: `${provisioning}/application-provisioning-config-problem-no-users-provisioned`,
  logAnalytics: `${provisioning}/application-provisioning-log-analytics`,
  scimEndpoint: `${provisioning}/use-scim-to-provision-users-and-groups`,
  scimCompatibility: `${learn}/answers/questions/1185756/how-to-fix-scim-provisioning-errors`,
  scimCredentials: `${learn}/answers/questions/4969398/`,
  attributeMappings: `${provisioning}/customize-application-attributes`,
  howProvisioningWorks: `${provisioning}/how-provisioning-works`,
  provisionOnDemand: `${learn}/graph/api/synchronization-synchronizationjob-provisionondemand`,
  workday: `${learn}/entra/identity/saas-apps/workday-inbound-tutorial`,
  workdayCreation: `${learn}/entra/identity/saas-apps/workday-inbound-tutorial#ad-user-account-creation-errors`,
  workdayUpdate: `${learn}/entra/identity/saas-apps/workday-inbound-tutorial#ad-user-account-update-errors`,
  salesforce: `${learn}/entra/identity/saas-apps/salesforce-provisioning-tutorial`,
  serviceNow: `${learn}/entra/identity/saas-apps/servicenow-provisioning-tutorial`,
  quarantineReasons: `${learn}/graph/api/resources/synchronization-synchronizationquarantine`,
  logRecord: `${learn}/graph/api/resources/provisioningobjectsummary`,
} as const;
