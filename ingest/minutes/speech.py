"""How minutes speak: what was agreed, what was only said, what opens a list, what no task is."""

from __future__ import annotations

import re

_WHO = r"(?:(?:本次|此次)?会议|会商|与会(?:各方|单位|人员|代表)|参会(?:各方|单位)|各方|双方|三方|大家|各单位|[甲乙]、?[甲乙]双方)"
_HOW = r"(?:经(?:充分|认真)?(?:研究|讨论|协商|审议|会商)[，,]?)?(?:研究|讨论|协商|审议|审定)?(?:一致|共同|最后|还|并|同时|进一步)?"
TRIGGER = re.compile(
    rf"(?:经(?:充分|认真|会议)?(?:研究|讨论|协商|审议|会商)[，,]?)?(?:{_WHO}{_HOW}(?:议定|决定|明确|要求|同意|商定|确定|约定|部署|安排|通过|认定|达成(?:以下|如下)?(?:一致|共识)?(?:意见)?|形成(?:以下|如下)?(?:一致)?(?:意见|共识|决议)?|一致认为|认为)"
    r"|现(?:将)?(?:议定|决定|明确)|议定|决定如下|(?:会议|讨论|审议)?(?:结论|决议|决定|议定)(?=[：:]))(?:了)?(?:以下|如下)?(?:几?[个项]?事项|意见|内容|工作|共识)?(?:如下)?[，,：:]?\s?"
)
CALL = re.compile(r"(?:^|\.\s)Action(?:\s(?:item|point))?(?:\s\d{1,2})?\s?:", re.IGNORECASE)
IT_WAS = re.compile(r"It\swas\s(?:further\s|also\s)?(?:agreed|decided|resolved)\sthat\s", re.IGNORECASE)
SIDES_AGREED = re.compile(
    r"(?:The\s)?(?:parties|two\ssides|both\ssides|sides|delegations)\b.*\bto\b", re.IGNORECASE
)
WHO_SPEAKS = re.compile(r"(?:[本此]次)?会议|与会|会商")
EXHORTATION = re.compile(
    r"高度重视|提高认识|统一思想|提高(?:政治)?站位|形成(?:工作)?合力|加强沟通|密切配合|压[紧实]责任|加强(?:组织)?领导|精心组织|凝聚共识"
)
EVERYBODY = re.compile(r"(?:各|参会|与会|有关|相关|双方|成员).*")
OPENS = re.compile(r"(?:如下|以下)[^。：:]{0,12}[：:]$|纪要如下[：:]$")
FIRM = re.compile(r"结论|决议|议定|决定|明确|要求|同意|商定|确定|约定|部署|安排|通过|达成|形成|一致认为|共识")
TRIGGER_ENGLISH = re.compile(
    r"(?:It\swas\s(?:further\s|also\s)?(?:agreed|decided|resolved)(?:\sthat|\sto)?|(?:The\s)?(?:meeting|participants|parties|two\ssides|both\ssides|sides|delegations|committee|group)\s(?:further\s|also\s)?(?:agreed|decided|resolved|concluded)(?:\sthat|\sto|\son)?|Agreed|Decision|Action(?:\s(?:item|point))?(?:\s\d{1,2})?)\s?[:,–-]?\s?",
    re.IGNORECASE,
)
TALK = re.compile(
    rf"(?:{_WHO}{_HOW}(?:认为|指出|强调|听取|通报|回顾|肯定|分析|讨论|研究了|交流|学习|传达|审议了|围绕|就|还就|针对)|[^，。]{{2,30}}(?:表示|介绍|汇报|通报|提出|建议|发言|指出|认为)(?:了|[，：,:])"
    r"|(?:The\s)?(?:meeting|participants|chair|committee|group|members|delegations?|board|(?:both|two)\ssides|parties)\s(?:noted|heard|discussed|reviewed|considered|welcomed|recalled|exchanged|took\snote)|[A-Z][^.]{2,60}\s(?:reported|explained|presented|noted|informed|outlined|thanked))",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"应当?|须|必须|负责|牵头|建立|开展|共享|通报|移送|制定|推[进动]|加强|完善|提供|配合|协助|定期|每[年季月]|联合|不得|可以|确定|设立|明确|落实|支持|互|统一|适用|按照|同意|纳入|起草|修订|召开|指定|\b(?:shall|will|agree[sd]?|undertakes?|should|to)\b"
)
GENERAL_CLAUSE = re.compile(
    r"宗旨|目的|目标|指导思想|总体要求|原则|背景|依据|定义|附则|生效|期限|有效期|文本|争议|修改|变更|终止|解除|签署|其他|保密|法律效力|份数|解释权|definitions?|purpose|background|objectives?|principles|legal\s(?:effect|status)|entry\sinto|duration|termination|amendment|dispute|confidential|signature|final",
    re.IGNORECASE,
)
SUPPLEMENT = re.compile(
    r"(?:该项|该|此项|上述|以上|本项|相关|有关)?(?:工作|任务|事项)?(?:由|请|牵头|配合|责任|主办|协办|完成|时限|于|力争|在|Lead|Support|Deadline|Due|Owner|Responsible)",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"该项|此项|上述|以上|本项|有关|相关|工作|任务|事项|由|请|牵头|配合|负责|完成|落实|组织|协助|主办|协办|承办|会同|共同|按期|确保|力争|争取|务必|于|在|并|和|与|及|前|之|做好|予以|抓紧|推进|办理|[\s，,。；;、：:（）()]"
)
INLINE = re.compile(
    r"(?:(?<=[：:；;。，,])|^)\s?(?:[（(][1-9]\d?[)）]|[①-⑳]|[1-9][.．、](?!\d)|[（(][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}是(?=[^的]))"
)
DISPATCH = re.compile(
    r"^[（(]?(?:会议)?(?:时间|地点|日期)[:：]|(?:分送|抄送|抄报|主送|印发|报送|发送|附件|记录人?|联系人|电话|签[发字]|cc)[:：]|[（(]?(?:此页|以下)无正文|^[甲乙丙]方[（(：:]|^第?\s?\d{1,3}\s?页|^[^，。]{2,40}\s\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日印发$|^(?:(?:kind|best|warm)\s)?regards\b|^(?:yours\s)?sincerely\b|^此致|^敬礼"
)
OPINION_NONE = re.compile(
    r"^(?:同意|无(?:修改)?意见|无不同意见|原则同意|已阅|no\s(?:comments?|objections?)|agreed)[。.；;，,]?$",
    re.IGNORECASE,
)
_OPINION = re.compile(r"会签|意见|opinion|comment", re.IGNORECASE)
