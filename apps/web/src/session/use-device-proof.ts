'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { Failure } from '@/graphql/failure';
import { type DeviceProof, proveDevice } from './device-key';

/** The proof for the next attempt; used up by it. */
export function useDeviceProofRef(): RefObject<DeviceProof | null> {
  return useRef<DeviceProof | null>(null);
}

/**
 * Where the organization asks which device this is, sends the same values once more with the browser's proof. A device that is new to the
 * organization waits for approval then, and the second refusal says so.
 */
export function useDeviceRetry(proof: RefObject<DeviceProof | null>, { failure, submit }: { failure: Failure | null; submit: () => Promise<void> }): void {
  const tried = useRef(false);
  const again = useRef(submit);
  useEffect(() => {
    again.current = submit;
  });
  useEffect(() => {
    if (failure?.code !== 'DEVICE_NOT_ALLOWED') return;
    if (tried.current) {
      tried.current = false;
      return;
    }
    tried.current = true;
    void proveDevice(true).then((made) => {
      if (!made) return;
      proof.current = made;
      return again.current();
    });
  }, [failure, proof]);
}

/** Takes the proof out: each is good once. */
export function takeProof(proof: RefObject<DeviceProof | null>): DeviceProof | null {
  const taken = proof.current;
  proof.current = null;
  return taken;
}
