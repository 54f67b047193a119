import { normalizeEmail, normalizeLine, normalizePhone, normalizeText, normalizeWebsite } from '@throughline/platform/kernel';
import { normalizeTags } from '@throughline/common/tags';
import { normalizeServices } from '../lead.facts.js';
import {
  type DateOrder, parseAmount, parseAuthority, parseBoolean, parseCount, parseDay, parseDecimal, parseMoment, parseNeed, parsePriority, parseStatus, parseTimeline,
} from './values.js';

/** What a parser may need to know besides the cell. */
export interface ParseContext {
  currencyDigits: number;
  dateOrder: DateOrder | null;
}

/** A field that a column can fill. */
interface FieldDefinition<Value> {
  /** What people choose from. */
  label: string;
  /** Headers that mean it, in lower case, words separated by one space. */
  headers: readonly string[];
  /** @returns undefined when the cell is no such value */
  parse(text: string, context: ParseContext): Value | undefined;
}

const define = <Value>(label: string, headers: string, parse: FieldDefinition<Value>['parse']): FieldDefinition<Value> =>
  ({ label, headers: headers.split(',').map((header) => header.trim()).filter((header) => header !== ''), parse });

const line = (most: number) => (text: string): string | undefined => {
  const clean = normalizeLine(text);
  return clean !== null && clean.length <= most ? clean : undefined;
};
const given = (normalize: (text: string) => string | null) => (text: string): string | undefined => normalize(text) ?? undefined;
const list = (text: string): string[] => text.split(/[;|\n]|,(?!\d)/);

/** Every field that an import can fill; the first header that fits wins, in this order. */
export const IMPORT_FIELDS = {
  externalId: define('External id', 'external id,prospect id,lead id,record id,contact id,id,uuid,crm id', line(200)),
  reference: define('Their number', 'lead number,number,reference,reference number,lead no', line(60)),
  name: define('Name', 'name,full name,lead name,contact name,contact,person,your name', line(200)),
  firstName: define('First name', 'first name,firstname,given name,forename', line(100)),
  lastName: define('Last name', 'last name,lastname,surname,family name', line(100)),
  company: define('Company', 'company,company name,organization,organisation,account,account name,business,business name,employer', line(200)),
  title: define('Job title', 'title,job title,position,occupation,what is your current occupation,designation', line(200)),
  email: define('E-mail', 'email,e mail,email address,e mail address,mail,work email,primary email', given(normalizeEmail)),
  phone: define('Telephone', 'phone,telephone,phone number,mobile,mobile phone,mobile number,tel,cell,work phone,contact number', given(normalizePhone)),
  website: define('Web site', 'website,web site,url,web,homepage,company website,domain,company domain name', given(normalizeWebsite)),
  city: define('City', 'city,town', line(100)),
  country: define('Country', 'country,country region,nation', line(100)),
  source: define('Source', 'source,lead source,original source,how did you hear about us,channel', line(100)),
  campaign: define('Campaign', 'campaign,campaign name,utm campaign', line(200)),
  medium: define('Medium', 'medium,utm medium,lead origin,origin', line(100)),
  referrer: define('Referrer', 'referrer,referer,referring page', line(500)),
  status: define('Status', 'status,lead status,stage,lead stage', parseStatus),
  converted: define('Converted (yes or no)', 'converted,is converted', parseBoolean),
  statusReason: define('Reason of the status', 'status reason,lost reason,loss reason,reason,disqualification reason', line(1_000)),
  priority: define('Priority', 'priority,urgency', parsePriority),
  budget: define('Budget', 'budget,amount,deal value,value,expected revenue,estimated value', (text, { currencyDigits }) => parseAmount(text, currencyDigits)),
  authority: define('Authority', 'authority,decision maker', parseAuthority),
  need: define('Need', 'need', parseNeed),
  timeline: define('Timeline', 'timeline,timeframe,time frame,buying timeframe', parseTimeline),
  requestedServices: define('Services', 'services,service,requested services,product interest,interested in', (text) => normalizeServices(list(text))),
  requirements: define('Requirements', 'requirements,requirement,message,description,notes,comments,comment,enquiry,inquiry', (text) => {
    const clean = normalizeText(text);
    return clean !== null && clean.length <= 10_000 ? clean : undefined;
  }),
  wishedDate: define('Wished date', 'wished date,start date,desired date,needed by', (text, { dateOrder }) => parseDay(text, dateOrder)),
  tags: define('Tags', 'tags,tag,labels,label', (text) => normalizeTags(list(text))),
  doNotEmail: define('No e-mail', 'do not email,email opt out,opt out,unsubscribed', parseBoolean),
  doNotCall: define('No calls', 'do not call,do not phone,phone opt out', parseBoolean),
  visits: define('Visits', 'visits,total visits,totalvisits,number of sessions,page visits', parseCount),
  secondsOnSite: define('Seconds on the site', 'seconds on site,total time spent on website,time on site', parseCount),
  pagesPerVisit: define('Pages a visit', 'pages per visit,page views per visit', parseDecimal),
  lastActivity: define('Last activity', 'last activity,latest activity,recent conversion', line(200)),
  createdAt: define('Created', 'created,created at,create date,created date,created on,created time,date,date added,added on', (text, { dateOrder }) => parseMoment(text, dateOrder)),
  closedAt: define('Closed', 'closed,closed at,close date,closed date,converted date', (text, { dateOrder }) => parseMoment(text, dateOrder)),
} as const;

export type ImportField = keyof typeof IMPORT_FIELDS;
export const IMPORT_FIELD_NAMES = Object.keys(IMPORT_FIELDS) as ImportField[];

/** Values of one row, by field; only what could be read. */
export type ParsedRow = { [Field in ImportField]?: NonNullable<ReturnType<(typeof IMPORT_FIELDS)[Field]['parse']>> };

/** @returns undefined when the cell is no value of the field */
export function parseField(field: ImportField, text: string, context: ParseContext): ParsedRow[ImportField] | undefined {
  const value = IMPORT_FIELDS[field].parse(text, context);
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
