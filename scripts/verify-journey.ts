import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '@throughline/testing/api';
import { ProductUnderTest } from './lib/test/product.mjs';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from './seed/agency.js';
import { emailOf } from './seed/people.js';
import * as stage from './verify/journey-stages.js';
import { PortalPage } from './verify/portal-page.js';

/**
 * The nine stages as nine people over the public API, from a stranger's form to 100 %, with the client's page open all the
 * while (`npm run verify:journey`). Starts the product on an empty data folder by itself; no direct SQL, no back doors.
 * Prints a line per stage, the event latencies and PASS, or what failed.
 */
async function main(): Promise<void> {
  const product = new ProductUnderTest();
  let portal: PortalPage | null = null;
  try {
    await product.start();
    const signIn = (name: string): Promise<ApiClient> => new ApiClient(product.url).signIn(emailOf(name), DEMO_PASSWORD, DEMO_TOTP_SECRET);
    const line = (number: number, who: string, what: string): void => console.log(`stage ${number}: ${who}: ${what}`);

    const reference = await stage.enquire(new ApiClient(product.url), delay);
    line(1, 'a stranger', `sent the public form, reference ${reference}`);

    const lead = await stage.qualify(await signIn('Tom Brandt'), reference);
    line(2, 'Sales Closer', `qualified the lead, score ${lead.score} because of ${lead.scoreReasons.length} reasons`);

    const agent = await signIn('Marco Bellini');
    const deal = await stage.convert(agent, lead);
    const quote = await stage.sell(agent, new ApiClient(product.url), deal.id);
    line(3, 'Sales Agent', `converted to ${deal.number}; the client signed ${quote.number}, the deal is ${quote.dealStatus}`);

    const client = await stage.invite(await signIn('Ada Lindqvist'), deal.customerId, product.url);

    const ticket = await stage.openTicket(await signIn('Iris Novak'), deal.id);
    line(4, 'Sales Manager', `opened ${ticket.number}`);

    await stage.validate(await signIn('Hannah Weiss'), ticket.id, 'Diego Fuentes');
    line(5, 'Support Manager', 'validated it and assigned the agent');

    const project = await stage.scope(await signIn('Diego Fuentes'), ticket.id);
    line(6, 'Support Agent', `verified ${project.requirements} requirements; draft project ${project.number}`);

    const manager = await signIn('Olu Adeyemi');
    const tasks = await stage.approveAndPlan(manager, project.id);
    line(7, 'Department Manager', `approved it and planned ${tasks} tasks`);

    portal = await PortalPage.open(product.url, client, project.id);

    const leaves = await stage.assign(await signIn('Nina Kowalski'), project.id, ['Ben Carter', 'Sofia Rossi']);
    line(8, 'Team Lead', `added sub-tasks, assigned ${leaves.length} pieces of work`);

    const workers = { 'Ben Carter': await signIn('Ben Carter'), 'Sofia Rossi': await signIn('Sofia Rossi') };
    const reviewer = await signIn('Ingrid Vos');
    for (const leaf of leaves) await stage.work(workers[leaf.assignee as keyof typeof workers], reviewer, leaf.id, (change) => portal!.measure(change));
    await stage.acceptWholes(reviewer, project.id);
    const done = await stage.progressOf(manager, project.id);
    line(9, 'Team Members and QA', `worked, logged time and had it reviewed: ${done.progressBasisPoints / 100} %, project ${done.status}`);

    await portal.settle();
    const { count, p50, p99, max } = portal.latencies();
    console.log(`events at the client's page: ${portal.events}`);
    console.log(`latency p50: ${p50.toFixed(1)} ms`);
    console.log(`latency p99: ${p99.toFixed(1)} ms`);
    console.log(`latency max: ${max.toFixed(1)} ms of ${count} changes`);
    const seen = portal.basisPoints;
    if (done.progressBasisPoints !== 10_000) throw new Error(`The project stands at ${done.progressBasisPoints} basis points, not 10000.`);
    if (done.status !== 'CLIENT_REVIEW') throw new Error(`The finished project is ${done.status}, not CLIENT_REVIEW.`);
    if (seen !== 10_000) throw new Error(`The client's page stands at ${seen} basis points, not 10000.`);
    if (portal.outOfOrder > 0 || portal.doubled > 0) throw new Error(`${portal.outOfOrder} events out of order, ${portal.doubled} doubled.`);
    console.log('PASS');
  } catch (error) {
    console.log(`FAIL: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await portal?.close();
    await product.remove();
  }
}

await main();
