import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkAddressOf } from '#functions/scope/network-address.ts';

describe('a network address', () => {
  it.each([
    '云市平台晨岚店',
    'https://shop12345.taobao.com',
    'SHOP12345.TAOBAO.COM/',
    'https://yunshi.example/shop/12345',
    '云市平台晨岚店；https://chenlan.tmall.com',
    '云市平台 www.example.com 晨岚店',
    '',
  ])('may be a shop inside a platform: %s', (address) => {
    expect(networkAddressOf(address)).toBe('SHOP');
  });

  it.each([
    'www.chenlan.example',
    'https://chenlan.example/',
    'http://chenlan.example:8080',
    '192.0.2.17',
    'ｗｗｗ．chenlan．example',
    'www.taobao.com',
    'taobao.com',
    'nottaobao.com',
    '阿里云云服务器一台',
    '租用虚拟主机',
    '云市平台晨岚店；www.chenlan.example',
    '云市平台晨岚店\nchenlan.example',
  ])('is a domain or virtual host of one’s own: %s', (address) => {
    expect(networkAddressOf(address)).toBe('BARE_DOMAIN');
  });

  it('of several is a shop where all are, blank lines aside', () => {
    expect(networkAddressOf('云市平台晨岚店；\n ；云市平台晨岚二店 ')).toBe('SHOP');
    expect(networkAddressOf('云市平台晨岚店\n www.example.com ')).toBe('BARE_DOMAIN');
    expect(networkAddressOf('云市平台晨岚店 www.example.com')).toBe('SHOP');
  });

  it('is judged whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (it) => {
        expect(['SHOP', 'BARE_DOMAIN']).toContain(networkAddressOf(it));
      }),
    );
  });
});
