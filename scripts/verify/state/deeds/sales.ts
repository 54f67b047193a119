import { signForm } from '../../../../libs/sales/leads/forms/form-token.js';
import { uploadImport } from '../uploads.js';
import type { Stage } from '../stage.js';
import type { Deeds } from './deed.js';

const money = { amountMinor: '150000', currency: 'USD' };
const qualification = { budget: money, authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' };

async function qualified(stage: Stage): Promise<string> {
  const id = await stage.lead();
  await stage.do('qualifyLead', { id, ...qualification });
  return id;
}

/** A file of leads that waits to be started. */
const leadImport = (stage: Stage): Promise<string> => uploadImport(stage.cast.doer.api, `Name,Company\n${stage.text('Imported')},${stage.text('Company')}\n`);

export const leadDeeds: Deeds = {
  createLead: async (stage) => {
    await stage.lead();
    await stage.lead({ departmentId: stage.places.elsewhere, ownerId: stage.cast.outsider.id });
  },
  updateLead: async (stage) => stage.do('updateLead', { id: await stage.lead(), name: stage.text('Renamed'), company: stage.text('Company') }),
  // To somebody else: who had it may not see it any more, who gets it may see it from now on.
  assignLead: async (stage) => {
    const id = await stage.lead();
    await stage.do('assignLead', { id, ownerId: stage.cast.outsider.id });
    await stage.do('assignLead', { id, ownerId: stage.cast.staff.id });
  },
  claimLead: async (stage) => {
    const id = await stage.lead();
    await stage.do('assignLead', { id, ownerId: null });
    await stage.do('claimLead', { id }, stage.cast.staff);
  },
  contactLead: async (stage) => stage.do('contactLead', { id: await stage.lead(), kind: 'CALL', reached: true, note: stage.text() }),
  qualifyLead: async (stage) => stage.do('qualifyLead', { id: await stage.lead(), ...qualification }),
  adjustLeadScore: async (stage) => stage.do('adjustLeadScore', { id: await stage.lead(), points: 5, reason: stage.text() }),
  convertLead: async (stage) => stage.do('convertLead', { id: await qualified(stage), deal: { name: stage.text('Deal') } }),
  loseLead: async (stage) => stage.do('loseLead', { id: await stage.lead(), reason: stage.text() }),
  disqualifyLead: async (stage) => stage.do('disqualifyLead', { id: await stage.lead(), reason: stage.text() }),
  reopenLead: async (stage) => {
    const id = await stage.lead();
    await stage.do('loseLead', { id, reason: stage.text() });
    await stage.do('reopenLead', { id, reason: stage.text() });
  },
  bulkAssignLeads: async (stage) => stage.do('bulkAssignLeads', { ids: [await stage.lead(), await stage.lead()], ownerId: stage.cast.outsider.id }),
  bulkCloseLeads: async (stage) => stage.do('bulkCloseLeads', { ids: [await stage.lead(), await stage.lead()], move: 'DISQUALIFY', reason: stage.text() }),
  bulkTagLeads: async (stage) => stage.do('bulkTagLeads', { ids: [await stage.lead()], add: [stage.text('tag')] }),
  createLeadForm: (stage) => form(stage),
  updateLeadForm: async (stage) => stage.do('updateLeadForm', { id: await form(stage), title: stage.text('Form'), active: false }),
  submitLeadForm: async (stage) => {
    const formId = await form(stage);
    // As if it had been opened a minute ago.
    const token = signForm(stage.world.api.config.appSecret, { organizationId: stage.world.agency.id, formId }, new Date(Date.now() - 60_000));
    await stage.do('submitLeadForm', { token, name: stage.text('Stranger'), email: 'stranger@elsewhere.example', services: ['WEB'], requirements: stage.text() }, { ...stage.cast.doer, api: stage.stranger() });
  },
  startLeadImport: async (stage) => stage.do('startLeadImport', { id: await leadImport(stage), settings: { ownerId: stage.cast.staff.id } }),
  cancelLeadImport: async (stage) => stage.do('cancelLeadImport', { id: await leadImport(stage) }),
  restoreRecordFields: async (stage) => {
    const id = await stage.lead();
    await stage.do('updateLead', { id, company: stage.text('Company') });
    const eventId = await stage.value(`SELECT id FROM event WHERE subject_id = $1 AND kind = 'lead.updated' ORDER BY id DESC LIMIT 1`, id);
    await stage.do('restoreRecordFields', { subject: 'lead', id, eventId, fields: ['company'] });
  },
};

export const tagDeeds: Deeds = {
  createTag: (stage) => tag(stage),
  updateTag: async (stage) => {
    const name = stage.text('tag');
    const id = await stage.make('createTag', { name });
    await stage.lead({ tags: [name] });
    await stage.do('updateTag', { id, name: stage.text('tag'), colour: 'DANGER' });
  },
  mergeTags: async (stage) => {
    const name = stage.text('tag');
    const id = await stage.make('createTag', { name });
    await stage.lead({ tags: [name] });
    await stage.do('mergeTags', { id, intoId: await tag(stage) });
  },
  deleteTag: async (stage) => {
    const name = stage.text('tag');
    const id = await stage.make('createTag', { name });
    await stage.customer({ tags: [name] });
    await stage.do('deleteTag', { id });
  },
  updateLeadScoring: async (stage) => {
    await stage.lead();
    const { leadScoring: { version, warmFrom } } = await stage.ask<{ leadScoring: { version: number; warmFrom: number } }>('{ leadScoring { version warmFrom } }');
    await stage.do('updateLeadScoring', { version, warmFrom, hotFrom: warmFrom + 1, rules: [] });
  },
};

const tag = (stage: Stage): Promise<string> => stage.make('createTag', { name: stage.text('tag') });

const form = (stage: Stage): Promise<string> => {
  const title = stage.text('Form');
  return stage.make('createLeadForm', { slug: title.toLowerCase().replace(' ', '-'), title, services: [{ key: 'WEB', label: 'Web' }], departmentId: stage.places.here });
};

export const customerDeeds: Deeds = {
  createCustomer: (stage) => stage.customer(),
  updateCustomer: async (stage) => {
    const id = await stage.customer();
    await stage.do('updateCustomer', { id, name: stage.text('Renamed'), tags: [stage.text('tag')] });
    await stage.do('updateCustomer', { id, departmentId: stage.places.elsewhere, ownerId: stage.cast.outsider.id });
    // The one that the client belongs to.
    await stage.do('updateCustomer', { id: stage.places.customer, website: 'https://bakery.example', name: stage.text('Bakery') });
  },
  createContact: (stage) => contact(stage),
  updateContact: async (stage) => {
    await contact(stage, { isPrimary: true });
    // The one before is not the primary one any more.
    await stage.do('updateContact', { id: await contact(stage), name: stage.text('Contact'), isPrimary: true });
  },
  createProduct: (stage) => product(stage),
  updateProduct: async (stage) => stage.do('updateProduct', { id: await product(stage), name: stage.text('Product'), active: false }),
};

const contact = (stage: Stage, more: object = {}): Promise<string> => stage.make('createContact', { customerId: stage.places.customer, name: stage.text('Contact'), ...more });
const product = (stage: Stage): Promise<string> => stage.make('createProduct', { name: stage.text('Product'), sku: stage.text('SKU').replace(' ', '-'), price: { amountMinor: '100', currency: 'USD' } });

export const dealDeeds: Deeds = {
  createDeal: (stage) => stage.deal(),
  updateDeal: async (stage) => {
    const id = await stage.deal();
    await stage.do('updateDeal', { id, name: stage.text('Deal'), amount: money });
    await stage.do('updateDeal', { id, ownerId: stage.cast.outsider.id });
    await stage.do('updateDeal', { id, ownerId: stage.cast.staff.id, customerId: stage.places.otherCustomer });
  },
  advanceDealStage: async (stage) => stage.do('advanceDealStage', { id: await stage.deal(), stageId: stage.world.facts.pipelineStage, note: stage.text() }),
  winDeal: (stage) => stage.wonDeal(),
  loseDeal: async (stage) => stage.do('loseDeal', { id: await stage.deal(), reason: stage.text() }),
  reopenDeal: async (stage) => stage.do('reopenDeal', { id: await stage.wonDeal(), reason: stage.text() }),
  createPipeline: (stage) => pipeline(stage),
  updatePipeline: async (stage) => stage.do('updatePipeline', { id: await pipeline(stage), name: stage.text('Pipeline') }),
  deletePipeline: async (stage) => stage.do('deletePipeline', { id: await pipeline(stage) }),
  createQuote: (stage) => stage.quote(),
  updateQuote: async (stage) => stage.do('updateQuote', { id: await stage.quote(), content: stage.content() }),
  sendQuote: (stage) => stage.sentQuote(),
  reviseQuote: async (stage) => stage.do('reviseQuote', { id: (await stage.sentQuote()).id }),
  openQuote: async (stage) => opened(stage),
  acceptQuote: async (stage) => {
    const { id, token } = await opened(stage);
    await stage.do('acceptQuote', { token, version: Number(await stage.value('SELECT version FROM quote WHERE id = $1', id)), name: 'Carla Cafe' }, { ...stage.cast.doer, api: stage.stranger() });
  },
  declineQuote: async (stage) => {
    const { id, token } = await opened(stage);
    await stage.do('declineQuote', { token, version: Number(await stage.value('SELECT version FROM quote WHERE id = $1', id)), reason: stage.text() }, { ...stage.cast.doer, api: stage.stranger() });
  },
};

const pipeline = (stage: Stage): Promise<string> => stage.make('createPipeline', { name: stage.text('Pipeline') });

/** A quote whose link somebody opened. */
async function opened(stage: Stage): Promise<{ id: string; token: string }> {
  const quote = await stage.sentQuote();
  await stage.do('openQuote', { token: quote.token }, { ...stage.cast.doer, api: stage.stranger() });
  return quote;
}
