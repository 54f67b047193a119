/** A TCP port on loopback that was free a moment ago. */
export function freePort(host?: string): Promise<number>;
/** Whether something can listen on this port and host. */
export function canListen(port: number, host: string): Promise<boolean>;
