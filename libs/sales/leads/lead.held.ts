import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import { leadFormSubject, leadSubject } from './lead.policy.js';

// What somebody who leaves hands over, and an archived department gives away.
defineHeldRecords(heldBySubject({ kind: 'LEADS', label: 'open leads', subject: leadSubject, open: "r.status IN ('NEW', 'CONTACTED', 'QUALIFIED')" }));
defineHeldRecords(heldBySubject({ kind: 'LEAD_FORMS', label: 'public forms', subject: leadFormSubject, open: 'r.active' }));
