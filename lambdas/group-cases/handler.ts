import { GroupingTask } from '#contracts/knowledge-task.ts';
import { groupTenant, type GroupTenantDeps } from '#core/use-cases/group-tenant.ts';
import { selectTenants, type SelectTenantsDeps } from '#core/use-cases/select-tenants.ts';
import type { TakeStepDeps } from '#core/use-cases/take-step.ts';
import { jobStep } from '#lambdas/shared/job-step.ts';

/** The steps of `knowledge_generation` that choose tenants and find the patterns of their cases. */
export const createHandler = (deps: SelectTenantsDeps & GroupTenantDeps & TakeStepDeps) => {
  const select = selectTenants(deps);
  const group = groupTenant(deps);

  return jobStep(deps)(
    GroupingTask,
    ({ step }) => step,
    async (task) =>
      task.step === 'SelectTenants'
        ? select(task.run_id, task.slice)
        : group(task.run_id, task.slice, task.page),
  );
};
