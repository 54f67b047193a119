import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { declaredAccess, type RootFieldAccess } from '../../../libs/platform/graphql/access/root-fields.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import { subjectByName } from '../../../libs/platform/access/index.js';
import { scopesOf, verdictOn } from './oracle.js';
import { placeProbes } from './place-probes.js';
import { CANARY, type Caller, type World } from './world.js';

/** A REST or file route with what it declares. */
export interface Route { method: string; path: string; access: RootFieldAccess | undefined }

interface Request {
  parameters?: (world: World, whose: 'ours' | 'theirs' | 'missing') => Record<string, string>;
  body?: string;
  type?: string;
  headers?: Record<string, string>;
  /** It answers with a record of this subject, which is put among the caller's own before: those see it who may read that. */
  about?: string;
  /** What it is about is nobody's here: everybody whom the door lets in is told that there is no such thing. */
  nobodys?: boolean;
}

const TUS = { 'tus-resumable': '1.0.0', 'upload-offset': '0' };
const fileId = (world: World, whose: 'ours' | 'theirs' | 'missing'): Record<string, string> => ({ id: idOf(world, 'file', whose) });

/** Bodies and parameters of routes; a route without a line cannot be asked and counts as not covered. */
const REQUESTS: Record<string, Request> = {
  'OPTIONS files/uploads': {},
  'POST files/uploads': { headers: { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': 'filename cHJvYmUudHh0' } },
  // An upload is its owner's alone, and no upload any more when it hangs on a record.
  'HEAD files/uploads/:id': { parameters: fileId, headers: TUS, nobodys: true },
  'PATCH files/uploads/:id': { parameters: fileId, headers: TUS, body: 'x', type: 'application/offset+octet-stream', nobodys: true },
  'DELETE files/uploads/:id': { parameters: fileId, headers: TUS, nobodys: true },
  'GET files/:id': { parameters: fileId, about: 'file' },
  'GET files/:id/preview': { parameters: fileId, about: 'file' },
  // A text has none.
  'GET files/:id/thumbnail': { parameters: fileId, nobodys: true },
  'GET healthz': {},
  'GET readyz': {},
  'GET files/audit/events.csv': {},
  'GET files/audit/events.jsonl': {},
  'GET files/audit/access-review.csv': {},
  ...Object.fromEntries(['GET api/v1/sign-in/oidc/:provider/start', 'GET api/v1/sign-in/oidc/:provider/callback', 'GET api/v1/sign-in/saml/:provider/start', 'POST api/v1/sign-in/saml/:provider/assertion',
    'GET api/v1/sign-in/saml/:provider/finish', 'GET api/v1/sign-in/saml/:provider/metadata'].map((route) => [route, { parameters: () => ({ provider: newId() }) }])),
  ...Object.fromEntries(['csv', 'jsonl'].map((format) => [`GET files/channels/:id/messages.${format}`, { about: 'channel', parameters: (world, whose) => ({ id: idOf(world, 'channel', whose) }) } satisfies Request])),
  'POST files/imports': { body: 'name,company\nAnna,Bakery\n', type: 'text/csv' },
  'GET files/imports/:id/refused.csv': { parameters: (world, whose) => ({ id: idOf(world, 'leadImport', whose) }) },
};

const idOf = (world: World, subject: string, whose: 'ours' | 'theirs' | 'missing'): string =>
  whose === 'missing' ? newId() : (whose === 'ours' ? world.probes : world.foreign)[subject]!;

/** Every route that a controller of the product declares. */
export function routesOf(app: INestApplicationContext): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prefix = Reflect.getMetadata(PATH_METADATA, metatype) as string;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = name === 'constructor' ? undefined : prototype[name];
        if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        const path = [prefix, Reflect.getMetadata(PATH_METADATA, handler) as string].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/');
        routes.push({ method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!, path, access: declaredAccess(handler) });
      }
    }
  }
  return routes;
}

export interface RouteCell { route: string; role: string; whose: string; expected: string; told: string; canary: boolean }

export const isCovered = ({ method, path }: Route): boolean => `${method} ${path}` in REQUESTS;

/** Every route as everybody and as nobody, on a record of ours, of the other organization and on a missing one. */
export async function routeCells(world: World, routes: readonly Route[]): Promise<RouteCell[]> {
  const cells: RouteCell[] = [];
  for (const route of routes.filter(isCovered)) {
    const request = REQUESTS[`${route.method} ${route.path}`]!;
    for (const whose of request.parameters ? (['ours', 'theirs', 'missing'] as const) : (['ours'] as const)) {
      const path = Object.entries(request.parameters?.(world, whose) ?? {}).reduce((at, [name, value]) => at.replace(`:${name}`, value), route.path);
      for (const caller of [null, ...world.callers]) {
        if (caller && request.about && whose === 'ours') await placeProbes(world, ['project', request.about].map(subjectByName), 'own', caller);
        const answer = await fetch(`${world.api.url}/${path}`, {
          method: route.method, redirect: 'manual', ...(request.body ? { body: request.body } : {}),
          headers: { ...request.headers, ...(request.type ? { 'content-type': request.type } : {}), ...(caller ? { cookie: `tl_access=${encodeURIComponent(caller.api.cookie('tl_access') ?? '')}` } : {}) },
        });
        const text = await answer.text();
        cells.push({
          route: `${route.method} ${route.path}`, role: caller?.role ?? 'NOBODY', whose, expected: expected(route, request, caller, whose), told: toldOf(answer.status, route), canary: text.includes(CANARY.theirs),
        });
      }
    }
  }
  return cells;
}

function expected({ access }: Route, { about, nobodys }: Request, caller: Caller | null, whose: string): string {
  if (access === 'PUBLIC') return 'ALLOWED';
  if (!caller) return 'UNAUTHENTICATED';
  if (access !== 'SIGNED_IN' && access && !scopesOf(caller.roleKey).has(access.name)) return 'FORBIDDEN';
  if (whose !== 'ours' || nobodys) return 'NOT_FOUND';
  return about && typeof access === 'object' ? verdictOn(scopesOf(caller.roleKey), access.name, about, 'own') : 'ALLOWED';
}

/** What strangers may ask says nothing of rights; it must only never fail. */
function toldOf(status: number, { access }: Route): string {
  if (access === 'PUBLIC' && status < 500) return 'ALLOWED';
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  return status >= 500 ? 'BROKEN' : 'ALLOWED';
}
