// The roster of the sample: who reports, in which group, and since and until when.

export interface RosterLine {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: string;
  readonly parent: string;
  readonly since: string;
  readonly until: string;
  readonly contact: string;
}

function line(
  code: string,
  group: string,
  name: string,
  aliases: string,
  parent = '',
  since = '',
  until = '',
): RosterLine {
  const contact = { 部门: '办公室主任', 乡镇: '党政办主任', 街道: '党政办主任' }[group] ?? '信息公开科科长';
  return { code, name, aliases: aliases === '' ? [] : aliases.split('|'), group, parent, since, until, contact };
}

const xf = (n: string, group: string, name: string, aliases: string, since = '', until = '') =>
  line(`XF${n}`, group, name, aliases, 'XF', since, until);

/** 西峰区: seventeen departments, seven townships, three street offices; the reform of 2019 ended some of them. */
export const XIFENG: readonly RosterLine[] = [
  xf('01', '部门', '西峰区人民政府办公室', '西峰区政府办公室|区政府办公室|区政府办|西峰区政府办'),
  xf('02', '部门', '西峰区发展和改革局', '区发改局|西峰区发改局|发改局'),
  xf('03', '部门', '西峰区教育局', '区教育局|教育局'),
  xf('04', '部门', '西峰区财政局', '区财政局|财政局'),
  xf('05', '部门', '西峰区人力资源和社会保障局', '区人社局|西峰区人社局|人社局'),
  xf('06', '部门', '西峰区民政局', '区民政局|民政局'),
  xf('07', '部门', '西峰区住房和城乡建设局', '区住建局|西峰区住建局|住建局'),
  xf('08', '部门', '西峰区环境保护局', '区环保局|西峰区环保局|环保局', '', '2018'),
  xf('09', '部门', '西峰区食品药品监督管理局', '区食药监局|西峰区食药监局|食药监局', '', '2018'),
  xf('10', '部门', '西峰区城市管理行政执法局', '区城管局|区城管执法局|西峰区城管局|城管局'),
  xf('11', '部门', '西峰区卫生和计划生育局', '区卫计局|西峰区卫计局|卫计局', '', '2018'),
  xf('12', '部门', '庆阳市国土资源局西峰分局', '国土资源局西峰分局|西峰国土分局|区国土分局|国土分局', '', '2018'),
  xf('13', '部门', '西峰区广播电视台', '西峰广播电视台|区广播电视台|区广电台'),
  xf('14', '部门', '西峰区政务服务中心', '区政务服务中心|政务服务中心|区政务中心'),
  xf('15', '部门', '西峰区统计局', '区统计局|统计局'),
  xf('16', '部门', '西峰区审计局', '区审计局|审计局'),
  xf('17', '部门', '西峰区农牧局', '区农牧局|农牧局', '', '2018'),
  xf('18', '乡镇', '董志镇人民政府', '董志镇'),
  xf('19', '乡镇', '肖金镇人民政府', '肖金镇'),
  xf('20', '乡镇', '后官寨镇人民政府', '后官寨镇|后官寨乡'),
  xf('21', '乡镇', '彭原镇人民政府', '彭原镇|彭原乡'),
  xf('22', '乡镇', '温泉镇人民政府', '温泉镇|温泉乡'),
  xf('23', '乡镇', '显胜乡人民政府', '显胜乡'),
  xf('24', '乡镇', '什社乡人民政府', '什社乡'),
  xf('25', '街道', '北街街道办事处', '北街街道|北街办|北街办事处'),
  xf('26', '街道', '南街街道办事处', '南街街道|南街办|南街办事处'),
  xf('27', '街道', '西街街道办事处', '西街街道|西街办|西街办事处'),
  xf('28', '部门', '庆阳市生态环境局西峰分局', '西峰生态环境分局|区生态环境分局', '2019'),
  xf('29', '部门', '西峰区市场监督管理局', '区市场监管局|西峰区市场监管局', '2019'),
  xf('30', '部门', '西峰区卫生健康局', '区卫健局|西峰区卫健局', '2019'),
  xf('31', '部门', '西峰区自然资源局', '区自然资源局', '2019'),
  xf('32', '部门', '西峰区农业农村局', '区农业农村局', '2019'),
];

/** The organs whose published reports the samples of 2021 to 2023 are. */
export const PUBLISHED: readonly RosterLine[] = [
  line('PT', '县区', '平潭综合实验区', '平潭'),
  line('SQ', '县区', '宿迁市', '宿迁'),
  line('HZJT', '部门', '赫章县交通运输局', '赫章交通局'),
  line('ZJGA', '部门', '湛江经济技术开发区公安局', '湛江开发区公安局|湛江开发区公安分局'),
  line('YND', '乡镇', '鸭南乡人民政府', '鸭南乡'),
  line('YCX', '乡镇', '仁寿县虞丞乡人民政府', '虞丞乡|虞丞乡人民政府'),
  line('TPZ', '乡镇', '西咸新区太平镇人民政府', '太平镇|太平镇人民政府'),
  line('ELJD', '街道', '九龙坡区二郎街道办事处', '二郎街道|二郎街道办事处'),
  line('HQZW', '部门', '红桥区人民政府政务服务办公室', '红桥区政务服务办'),
  line('LTWL', '部门', '西安市临潼区物流区', '临潼区物流区|临潼物流区'),
  line('SYFG', '部门', '沭阳县发展和改革局', '沭阳县发改局|沭阳发改局'),
  line('CXXZ', '部门', '苍溪县乡村振兴局', '苍溪乡村振兴局'),
  line('CCTY', '部门', '长春市退役军人事务局', '长春退役军人局'),
  line('XWSF', '部门', '徐闻县司法局', '徐闻司法局'),
];

const DISTRICT: RosterLine = line('XF', '县区', '西峰区', '庆阳市西峰区');

export function rosterCsv(): string {
  const header = 'code,name,aliases,group,parent,since,until,contact';
  const lines = [DISTRICT, ...XIFENG, ...PUBLISHED].map(u =>
    [u.code, u.name, u.aliases.join('|'), u.group, u.parent, u.since, u.until, u.contact].join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}
