import * as z from 'zod';
import file from './network-platforms.json' with { type: 'json' };

/** Platforms whose shops have a host name of their own. */
export const NETWORK_PLATFORMS = z
  .object({ hosts: z.array(z.string()), notAShop: z.array(z.string()) })
  .parse(file);

/** SHOP: may be a shop inside a platform. BARE_DOMAIN: a site, an IP address or a virtual host of one's own. */
export type NetworkAddress = 'SHOP' | 'BARE_DOMAIN';

/** A name with dots, or an IPv4 address, with nothing behind it but a port or a slash. */
const HOST_ALONE = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?\/?$/iu;
const VIRTUAL_HOST = /虚拟主机|虚拟空间|云主机|云服务器|独立站|vps/iu;

/**
 * What an address given as 网络经营场所 is, each part of several (parted by ； or a line end) on its own: all
 * must be shops. A platform and shop in words, or a page with a path, may be one: its certificate tells. Total.
 */
export const networkAddressOf = (address: string): NetworkAddress =>
  address
    .normalize('NFKC')
    .split(/[;\n]/u)
    .map((it) => it.trim())
    .filter((it) => it !== '')
    .every(isShop)
    ? 'SHOP'
    : 'BARE_DOMAIN';

function isShop(place: string): boolean {
  if (VIRTUAL_HOST.test(place)) return false;
  const [, host] = HOST_ALONE.exec(place) ?? [];
  if (host === undefined) return true;
  const { hosts, notAShop } = NETWORK_PLATFORMS;
  return hosts.some((platform) => {
    const shop = host.toLowerCase().endsWith(`.${platform}`)
      ? host.toLowerCase().slice(0, -platform.length - 1)
      : '';
    return shop !== '' && !notAShop.includes(shop);
  });
}
