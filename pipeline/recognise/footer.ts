// Labels around a table that name people, dates and the unit: never a line of figures.
import { normalizeLabel } from '../label.ts';
import type { LabelCell } from './layout.ts';

const FOOTER =
  /^(?:单位)?(?:填报|填表|填写|审核|审批|复核|制表|报送|报出|上报|编制|统计|经办|联系|负责|分管|主管|主要)(?:单位|机关|部门)?(?:人员|人|者|领导|负责人|责任人|日期|时间|电话|方式|手机|单位|机关)?(?:签字|签章|盖章|姓名|电话)?$|^(?:单位)?负责人(?:签字)?$|^(?:电话|手机|日期|邮箱|传真|备注|说明|注|单位盖章|盖章|签字|年度|单位|单位名称|机关名称)$/u;

/** `单位负责人`, `单位负责人：李四`. */
export const isFooter = ({ text }: LabelCell): boolean => FOOTER.test(normalizeLabel(text.split(/[:：]/u, 1)[0] ?? ''));
