/** What a public form may ask. */
export const FORM_FIELDS = ['name', 'company', 'email', 'phone', 'website', 'services', 'requirements', 'wishedDate', 'budget'] as const;
export type FormFieldKey = (typeof FORM_FIELDS)[number];

export interface FormField {
  key: FormFieldKey;
  required: boolean;
}

/** Something a visitor may ask for; `key` is a service category: WEB, SEO. */
export interface FormService {
  key: string;
  label: string;
}

/** What a form asks unless it says otherwise. */
export const DEFAULT_FORM_FIELDS: readonly FormField[] = [
  { key: 'name', required: true },
  { key: 'email', required: true },
  { key: 'company', required: false },
  { key: 'phone', required: false },
  { key: 'website', required: false },
  { key: 'services', required: true },
  { key: 'requirements', required: true },
  { key: 'wishedDate', required: false },
  { key: 'budget', required: false },
];
