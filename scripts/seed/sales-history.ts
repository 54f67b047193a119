import type { Numbers, UnitOfWork, Work } from '@throughline/platform/database';
import { type Actor, comparableName, newId } from '@throughline/platform/kernel';
import { cleanSalesHistory, type DirtReport, type SalesHistoryFiles } from './sales-history-files.js';

const BATCH = 500;
/** Opportunities without any date are dated to the end of the recorded period. */
const LAST_DAY = '2017-12-31';

/** Where the source's stages land in the default pipeline. */
const STAGES: Readonly<Record<string, { name: string; status: 'OPEN' | 'WON' | 'LOST' }>> = {
  Prospecting: { name: 'Prospecting', status: 'OPEN' },
  Engaging: { name: 'Negotiation', status: 'OPEN' },
  Won: { name: 'Won', status: 'WON' },
  Lost: { name: 'Lost', status: 'LOST' },
};

/** What went in; amounts in whole dollars as in the source. */
export interface SalesHistoryReport {
  customers: number;
  products: number;
  people: number;
  deals: number;
  won: number;
  wonValue: number;
  lost: number;
  open: number;
  dirt: DirtReport;
}

interface Target {
  unitOfWork: UnitOfWork;
  numbers: Numbers;
  /** SYSTEM, historical. */
  actor: Actor;
  salesDepartmentId: string;
  pipelineId: string;
}

/**
 * Brings the sales history into an organization: accounts as customers, products into the catalogue, agents and their
 * managers as inactive people in a team per manager, opportunities as deals. In batches; events are historical.
 * Opportunities keep their id as external id, so a second run adds nothing.
 */
export async function importSalesHistory(target: Target, source: SalesHistoryFiles): Promise<SalesHistoryReport> {
  const { files, dirt } = cleanSalesHistory(source);
  const { unitOfWork, actor } = target;
  const customers = await unitOfWork.run(actor, (work) => importAccounts(work, target, files));
  const products = await unitOfWork.run(actor, (work) => importProducts(work, files));
  const people = await unitOfWork.run(actor, (work) => importPeople(work, target, files));
  const stages = await unitOfWork.run(actor, (work) => stagesByName(work, target.pipelineId));
  let deals = 0;
  for (let start = 0; start < files.opportunities.length; start += BATCH) {
    const lines = files.opportunities.slice(start, start + BATCH);
    const rows = lines.map((line) => dealRow(line, { target, customers, people, stages, prices: pricesOf(files) }));
    deals += await unitOfWork.run(actor, (work) => insertDeals(work, target, rows));
  }
  const count = (stage: string): number => files.opportunities.filter((line) => line.deal_stage === stage).length;
  const wonValue = files.opportunities.filter((line) => line.deal_stage === 'Won').reduce((sum, line) => sum + Number(line.close_value), 0);
  return {
    customers: customers.size, products, people: people.size, deals, won: count('Won'), wonValue, lost: count('Lost'), open: count('Engaging') + count('Prospecting'), dirt,
  };
}

/** @returns customer ids by account name */
async function importAccounts(work: Work, target: Target, { accounts }: SalesHistoryFiles): Promise<Map<string, string>> {
  const rows = accounts.map((line) => ({
    id: newId(), name: line.account, name_key: comparableName(line.account), external_id: `account:${line.account}`, industry: line.sector,
    annual_revenue_minor: Math.round(Number(line.revenue) * 100_000_000), department_id: target.salesDepartmentId, life_cycle: 'CUSTOMER', currency: 'USD',
    extra: { employees: line.employees, yearEstablished: line.year_established, office: line.office_location, revenueInMillions: line.revenue },
  }));
  await work.query(
    `INSERT INTO customer (id, organization_id, name, name_key, external_id, industry, annual_revenue_minor, department_id, life_cycle, currency, extra)
     SELECT r.id, $1, r.name, r.name_key, r.external_id, r.industry, r.annual_revenue_minor, r.department_id, r.life_cycle, r.currency, r.extra
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, name text, name_key text, external_id text, industry text, annual_revenue_minor bigint,
       department_id uuid, life_cycle text, currency text, extra jsonb)
     ON CONFLICT ON CONSTRAINT uq_customer_external DO NOTHING`,
    [work.actor.organizationId, JSON.stringify(rows)],
  );
  const stored = await work.query<{ id: string; name: string }>(
    `SELECT id, name FROM customer WHERE organization_id = $1 AND external_id LIKE 'account:%'`, [work.actor.organizationId],
  );
  const ids = new Map(stored.map((row) => [row.name, row.id]));
  const parents = accounts.filter((line) => line.subsidiary_of !== '').map((line) => ({ id: ids.get(line.account), parent: ids.get(line.subsidiary_of) }));
  await work.query(
    `UPDATE customer c SET parent_id = r.parent FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, parent uuid)
     WHERE c.organization_id = $1 AND c.id = r.id AND r.parent IS NOT NULL`,
    [work.actor.organizationId, JSON.stringify(parents)],
  );
  const added = new Set(rows.map((row) => row.id));
  for (const [name, id] of ids) {
    if (!added.has(id)) continue;
    const access = { departmentId: target.salesDepartmentId, customerId: id };
    work.record({ kind: 'customer.imported', subject: 'customer', subjectId: id, access: { before: null, after: access }, changes: { name: { before: null, after: name } } });
  }
  return ids;
}

/** @returns how many products there are */
async function importProducts(work: Work, { products }: SalesHistoryFiles): Promise<number> {
  for (const line of products) {
    const id = newId();
    const added = await work.execute(
      `INSERT INTO product (id, organization_id, sku, name, description, price_minor, currency, active) VALUES ($1, $2, $3, $4, $5, $6, 'USD', false)
       ON CONFLICT ON CONSTRAINT uq_product_sku DO NOTHING`,
      [id, work.actor.organizationId, line.product.toUpperCase().replace(/\s+/g, '-'), line.product, `Series ${line.series}; from the sales history`, Number(line.sales_price) * 100],
    );
    if (added === 1) work.record({ kind: 'product.imported', subject: 'product', subjectId: id, access: { before: null, after: {} }, changes: { name: { before: null, after: line.product } } });
  }
  return products.length;
}

interface Person { id: string; teamId: string | null }

/** Agents and managers as inactive staff; they can own deals and never sign in. @returns people by name */
async function importPeople(work: Work, target: Target, { teams }: SalesHistoryFiles): Promise<Map<string, Person>> {
  const { organizationId } = work.actor;
  const offices = new Map(teams.map((line) => [line.manager, line.regional_office]));
  const people = new Map<string, Person>();
  const addPerson = async (name: string, title: string): Promise<string> => {
    const email = `${comparableName(name).replace(/\s+/g, '.')}@history.invalid`;
    const [found] = await work.query<{ id: string }>('SELECT id FROM user_account WHERE organization_id = $1 AND email = $2', [organizationId, email]);
    if (found) return found.id;
    const id = newId();
    await work.query(
      `INSERT INTO user_account (id, organization_id, email, name, title, tier, status) VALUES ($1, $2, $3, $4, $5, 'EMPLOYEE', 'INACTIVE')`,
      [id, organizationId, email, name, title],
    );
    await work.query('INSERT INTO user_department (organization_id, user_id, department_id) VALUES ($1, $2, $3)', [organizationId, id, target.salesDepartmentId]);
    work.record({ kind: 'user.imported', subject: 'user', subjectId: id, access: { before: null, after: { departmentId: target.salesDepartmentId } }, changes: { name: { before: null, after: name } } });
    return id;
  };
  for (const [manager, office] of offices) {
    const id = await addPerson(manager, `Sales Manager, ${office}`);
    await work.query(
      `INSERT INTO team (id, organization_id, name, department_id, lead_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT ON CONSTRAINT uq_team_name DO NOTHING`,
      [newId(), organizationId, `${office}: ${manager}`, target.salesDepartmentId, id],
    );
    const [team] = await work.query<{ id: string }>(
      'SELECT id FROM team WHERE organization_id = $1 AND department_id = $2 AND name = $3', [organizationId, target.salesDepartmentId, `${office}: ${manager}`],
    );
    people.set(manager, { id, teamId: team?.id ?? null });
  }
  for (const line of teams) {
    const id = await addPerson(line.sales_agent, `Sales Agent, ${line.regional_office}`);
    const teamId = people.get(line.manager)?.teamId ?? null;
    people.set(line.sales_agent, { id, teamId });
    if (teamId) await work.query('INSERT INTO team_member (organization_id, team_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [organizationId, teamId, id]);
  }
  return people;
}

async function stagesByName(work: Work, pipelineId: string): Promise<Map<string, { id: string; probability: number }>> {
  const rows = await work.query<{ id: string; name: string; probability: number }>(
    'SELECT id, name, probability FROM pipeline_stage WHERE organization_id = $1 AND pipeline_id = $2', [work.actor.organizationId, pipelineId],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function pricesOf({ products }: SalesHistoryFiles): Map<string, number> {
  return new Map(products.map((line) => [line.product, Number(line.sales_price) * 100]));
}

type DealRow = ReturnType<typeof dealRow>;

/** A won deal is worth what it closed at; an open or lost one what its product costs, because the source has no asking price. */
function dealRow(
  line: SalesHistoryFiles['opportunities'][number],
  known: { target: Target; customers: Map<string, string>; people: Map<string, Person>; stages: Map<string, { id: string; probability: number }>; prices: Map<string, number> },
) {
  const to = STAGES[line.deal_stage];
  const stage = to ? known.stages.get(to.name) : undefined;
  const owner = known.people.get(line.sales_agent);
  const price = known.prices.get(line.product);
  if (!to || !stage || !owner || price === undefined) throw new Error(`Opportunity ${line.opportunity_id} names an unknown stage, agent or product.`);
  const created = `${line.engage_date || LAST_DAY}T09:00:00Z`;
  return {
    id: newId(Date.parse(created)), external_id: line.opportunity_id, name: line.account ? `${line.product} for ${line.account}` : line.product,
    customer_id: known.customers.get(line.account) ?? null, pipeline_id: known.target.pipelineId, stage_id: stage.id, probability: stage.probability,
    status: to.status, amount_minor: to.status === 'WON' ? Number(line.close_value) * 100 : price, owner_id: owner.id, team_id: owner.teamId,
    department_id: known.target.salesDepartmentId, created_at: created, closed_at: line.close_date ? `${line.close_date}T16:00:00Z` : null,
    stage_entered_at: line.close_date ? `${line.close_date}T16:00:00Z` : created, extra: { ...line },
  };
}

/** @returns how many deals were new */
async function insertDeals(work: Work, target: Target, rows: DealRow[]): Promise<number> {
  const { organizationId } = work.actor;
  const known = await work.query<{ external_id: string }>(
    'SELECT external_id FROM deal WHERE organization_id = $1 AND external_id = ANY($2)', [organizationId, rows.map((row) => row.external_id)],
  );
  const seen = new Set(known.map((row) => row.external_id));
  const fresh = rows.filter((row) => !seen.has(row.external_id));
  if (fresh.length === 0) return 0;
  const numbers = await target.numbers.reserve(organizationId, 'DEAL', fresh.length);
  await work.query(
    `INSERT INTO deal (id, organization_id, number, name, external_id, customer_id, pipeline_id, stage_id, stage_entered_at, status, amount_minor, currency,
                       probability, closed_at, owner_id, department_id, team_id, extra, created_at, updated_at)
     SELECT r.id, $1, r.number, r.name, r.external_id, r.customer_id, r.pipeline_id, r.stage_id, r.stage_entered_at, r.status, r.amount_minor, 'USD',
            r.probability, r.closed_at, r.owner_id, r.department_id, r.team_id, r.extra, r.created_at, coalesce(r.closed_at, r.created_at)
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, number text, name text, external_id text, customer_id uuid, pipeline_id uuid, stage_id uuid,
       stage_entered_at timestamptz, status text, amount_minor bigint, probability integer, closed_at timestamptz, owner_id uuid, department_id uuid,
       team_id uuid, extra jsonb, created_at timestamptz)`,
    [organizationId, JSON.stringify(fresh.map((row, index) => ({ ...row, number: numbers[index] })))],
  );
  for (const row of fresh) {
    work.record({
      kind: 'deal.imported', subject: 'deal', subjectId: row.id, related: row.customer_id ? [row.customer_id] : [], occurredAt: new Date(row.closed_at ?? row.created_at),
      access: { before: null, after: { departmentId: row.department_id, teamId: row.team_id, ownerId: row.owner_id, customerId: row.customer_id } },
      changes: { status: { before: null, after: row.status }, amountMinor: { before: null, after: String(row.amount_minor) } },
    });
  }
  return fresh.length;
}
