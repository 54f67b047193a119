import { definePermissions, defineSubject } from '@throughline/platform/access';

/** A word that a record is tagged with for the first time becomes a tag. */
export const tagSubject = defineSubject({ name: 'tag', table: 'tag', label: 'tag', columns: {}, madeOf: ['lead', 'customer', 'deal', 'project', 'task', 'ticket'] });

export const tagPermissions = definePermissions('tag', {
  read: 'See the tags that records can carry',
  create: 'Add tags beforehand; tagging a record with a new word does it too',
  update: 'Colour and rename tags, merge them and take them from all records',
});

/** Tones of the interface, so that a tag is readable in every theme. */
export const TAG_COLOURS = ['NEUTRAL', 'ACCENT', 'SUCCESS', 'WARNING', 'DANGER', 'INFO'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

export const MOST_TAG = 50;
