import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import { quoteSubject } from './quote.policy.js';

// What somebody who leaves hands over, and an archived department gives away.
defineHeldRecords(heldBySubject({ kind: 'QUOTES', label: 'open quotes', subject: quoteSubject, open: "r.status IN ('DRAFT', 'SENT', 'VIEWED')" }));
