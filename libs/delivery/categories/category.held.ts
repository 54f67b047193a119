import { defineHeldRecords } from '@throughline/identity/departments';

// An archived department gives the categories it delivers to another one.
defineHeldRecords({
  kind: 'SERVICE_CATEGORIES', label: 'service categories', holders: ['DEPARTMENT'],
  async count(work, _, id) {
    const [row] = await work.query<{ count: number }>('SELECT count(*)::int AS count FROM service_category WHERE organization_id = $1 AND department_id = $2', [work.actor.organizationId, id]);
    return row?.count ?? 0;
  },
  async reassign(work, _, from, to) {
    const rows = await work.query<{ id: string }>(
      'UPDATE service_category SET department_id = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND department_id = $2 RETURNING id',
      [work.actor.organizationId, from, to],
    );
    for (const { id } of rows) {
      work.record({ kind: 'serviceCategory.transferred', subject: 'serviceCategory', subjectId: id, access: { before: {}, after: {} }, changes: { departmentId: { before: from, after: to } } });
    }
    return rows.length;
  },
});
