import type { Route } from './route.ts';

/** The routes of scheduled jobs, of the monitor of cases, of pipelines, and of what health checks found. */
export const jobRoutes = [
  {
    method: 'GET',
    path: '/api/v1/health/history',
    operationId: 'getHealthHistory',
    serves: 'health',
    permission: 'health:read',
  },
  {
    method: 'GET',
    path: '/api/v1/admin/pipelines',
    operationId: 'listPipelines',
    serves: 'health',
    permission: 'jobs:read',
  },
  {
    method: 'GET',
    path: '/api/v1/admin/case-monitor/stats',
    operationId: 'getCaseMonitorStats',
    serves: 'health',
    permission: 'jobs:read',
  },
  {
    method: 'POST',
    path: '/api/v1/admin/case-monitor/sync',
    operationId: 'syncCaseSource',
    serves: 'jobs',
    permission: 'jobs:write',
    once: true,
  },
  {
    method: 'GET',
    path: '/api/v1/admin/jobs/status',
    operationId: 'getJobsStatus',
    serves: 'jobs',
    permission: 'jobs:read',
  },
  {
    method: 'POST',
    path: '/api/v1/admin/jobs/{job_id}/trigger',
    operationId: 'triggerJob',
    serves: 'jobs',
    permission: 'jobs:write',
    once: true,
  },
  {
    method: 'POST',
    path: '/api/v1/admin/jobs/{job_id}/pause',
    operationId: 'pauseJob',
    serves: 'jobs',
    permission: 'jobs:write',
  },
  {
    method: 'POST',
    path: '/api/v1/admin/jobs/{job_id}/resume',
    operationId: 'resumeJob',
    serves: 'jobs',
    permission: 'jobs:write',
  },
  {
    method: 'GET',
    path: '/api/v1/admin/jobs/{job_id}/metrics',
    operationId: 'getJobMetrics',
    serves: 'jobs',
    permission: 'jobs:read',
  },
  {
    method: 'GET',
    path: '/api/v1/admin/jobs/{job_id}/runs',
    operationId: 'listJobRuns',
    serves: 'jobs',
    permission: 'jobs:read',
  },
] as const satisfies readonly Route[];
